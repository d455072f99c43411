import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, type Language } from '#i18n/language';

const key = 'luoshi.language';

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The browser's wish, put into one of our three: Traditional for Hong Kong, Macao and Taiwan, Simplified for the rest. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const lower = tag.toLowerCase();
    if (/^zh\b.*(hant|hk|mo|tw)/.test(lower)) return 'zh-Hant-HK';
    if (/^zh\b/.test(lower)) return 'zh-Hans-CN';
    if (/^en\b/.test(lower)) return 'en';
  }
  return 'zh-Hant-HK';
}

function firstLanguage(): Language {
  const stored = localStorage.getItem(key);
  return isLanguage(stored) ? stored : languageOf(navigator.languages);
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  load: 'currentOnly',
  ns: [],
  // Texts are plain sentences: a full stop or a colon in a key would mean nothing.
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'zh-Hant-HK';
}

/** Changes the language of the interface here and at the next visit; the server is told by the caller. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await i18n.changeLanguage(language);
}

const mark = () => document.documentElement.setAttribute('lang', currentLanguage());
mark();
i18n.on('languageChanged', mark);
