import { useState } from 'react';

/** A text that survives a reload: on this computer at every key, until it is sent. */
export function useKept(key: string): [string, (text: string) => void] {
  const name = `luoshi.text.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(name) ?? '');
  const keep = (next: string) => {
    if (next === '') localStorage.removeItem(name);
    else localStorage.setItem(name, next);
    setText(next);
  };
  return [text, keep];
}
