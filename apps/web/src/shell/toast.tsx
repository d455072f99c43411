import { useSyncExternalStore } from 'react';

let text = '';
let timer = 0;
const listeners = new Set<() => void>();

function set(next: string) {
  text = next;
  listeners.forEach((listener) => listener());
}

/** Says what has just been done, for five seconds, to eyes and to screen readers. */
export function tell(message: string) {
  window.clearTimeout(timer);
  set(message);
  timer = window.setTimeout(() => set(''), 5000);
}

export function Toast() {
  const message = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
  );
  return (
    <div role="status" aria-live="polite">
      {message && <p className="toast">{message}</p>}
    </div>
  );
}
