import { useSyncExternalStore } from 'react';
import type { Scheme } from './tokens';

export type Choice = Scheme | 'system';

const key = 'luoshi.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const coarse = window.matchMedia('(pointer: coarse)');
const listeners = new Set<() => void>();

const isChoice = (value: string | null): value is Choice =>
  value === 'light' || value === 'dark' || value === 'system';

function stored(): Choice {
  const value = localStorage.getItem(key);
  return isChoice(value) ? value : 'system';
}

let choice = stored();

function apply() {
  // Without the attribute the stylesheet itself follows the system, so that the first paint is right.
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

apply();

export function chooseTheme(next: Choice) {
  choice = next;
  localStorage.setItem(key, next);
  apply();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  system.addEventListener('change', listener);
  coarse.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
    coarse.removeEventListener('change', listener);
  };
}

const schemeNow = (): Scheme => (choice === 'system' ? (system.matches ? 'dark' : 'light') : choice);

/** The scheme in force, the person's choice, and whether the pointer is a finger. */
export function useTheme() {
  return {
    scheme: useSyncExternalStore(subscribe, schemeNow),
    choice: useSyncExternalStore(subscribe, () => choice),
    coarse: useSyncExternalStore(subscribe, () => coarse.matches),
  };
}
