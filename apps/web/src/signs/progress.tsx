/** Done, still to do, and – outlined, apart – what the rate leaves out. */
export function Progress(props: { completed: number; countable: number; out: number; label: string }) {
  const rest = props.countable - props.completed;
  return (
    <div className="bar" role="img" aria-label={props.label}>
      {props.completed > 0 && <span className="f-green" style={{ flex: props.completed }} />}
      {rest > 0 && <span className="f-rest" style={{ flex: rest }} />}
      {props.out > 0 && <span className="f-out" style={{ flex: props.out }} />}
    </div>
  );
}
