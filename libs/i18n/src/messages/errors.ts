import type { Language } from '../language.js';
import { fileErrors } from './errors-files.js';
import { requestErrors } from './errors-requests.js';

/** A problem's words: what happened, and how to mend it. */
export interface Words {
  title: string;
  detail: string;
}

const inLanguage = (language: Language) => ({ ...requestErrors[language], ...fileErrors[language] });

/** Keys are the codes of `#contracts/problems`. */
export const errors = {
  'zh-Hant-HK': inLanguage('zh-Hant-HK'),
  'zh-Hans-CN': inLanguage('zh-Hans-CN'),
  en: inLanguage('en'),
};
