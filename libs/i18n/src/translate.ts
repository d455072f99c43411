import type { Language } from './language.js';

/** A group of texts: the same keys in the three languages, `{{name}}` where a value goes. */
export type Messages<Key extends string> = Record<Language, Record<Key, string>>;

export type Params = Record<string, string | number>;

/** Puts values into a text; a value that is missing stays visible as its name, so that a test finds it. */
export function fill(text: string, params: Params = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  );
}

export function translate<Key extends string>(
  messages: Messages<Key>,
  language: Language,
  key: Key,
  params?: Params,
): string {
  return fill(messages[language][key], params);
}
