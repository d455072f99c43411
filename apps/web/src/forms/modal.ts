import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * A dialogue that is over the page as long as it is there. It is closed before its element goes, so that the browser
 * gives the focus back to where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return dialog;
}
