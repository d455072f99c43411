import { Fragment, createElement, useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#i18n/language';
import type { Messages, Params } from '#i18n/translate';
import { currentLanguage, i18n } from './i18n';

/** A group of texts that a page brings along, so that the first screen does not load the words of all others. */
export interface Texts<Key extends string> {
  group: string;
  keys?: Key;
}

/** Plural forms are asked for by their common name: `items` for `items_one` and `items_other`. */
export type Base<Key extends string> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;

export type Translate<Key extends string> = (key: Base<Key>, params?: Params) => string;

export function texts<Key extends string>(group: string, messages: Messages<Key>): Texts<Key> {
  for (const language of languages) i18n.addResourceBundle(language, group, messages[language]);
  return { group };
}

export function useTexts<Key extends string>(of: Texts<Key>): Translate<Key> {
  // Subscribes the component to changes of language; the words come from the one instance.
  const language = useLanguage();
  return useCallback(
    (key, params) => i18n.t(String(key), { lng: language, ns: of.group, ...params }),
    [language, of.group],
  );
}

export function useLanguage(): Language {
  // Subscribes the component to changes of language.
  useTranslation();
  return currentLanguage();
}

/** Puts `<b>…</b>` of a text in bold; nothing else in a text is markup. */
export function bold(text: string): ReactNode {
  return text
    .split(/<b>(.*?)<\/b>/)
    .map((part, index) =>
      index % 2 === 1
        ? createElement('b', { key: index }, part)
        : createElement(Fragment, { key: index }, part),
    );
}
