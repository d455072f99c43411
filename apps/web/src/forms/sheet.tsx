import { useId, type ReactNode } from 'react';
import { useModal } from './modal';

/** A dialogue over the page; the browser keeps the focus inside, and Escape closes it. */
export function Sheet({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
