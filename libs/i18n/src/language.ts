/** The three languages of the interface, of mail and of reports; BCP 47. */
export const languages = ['zh-Hant-HK', 'zh-Hans-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** A name that both scripts and English have; an organisation, a mechanism, a party. */
export interface Trilingual {
  hant: string;
  hans: string;
  en: string;
}

/** The script a signed text stands in. */
export const scripts = ['hant', 'hans', 'en'] as const;
export type Script = (typeof scripts)[number];

const scriptOfLanguage: Record<Language, Script> = { 'zh-Hant-HK': 'hant', 'zh-Hans-CN': 'hans', en: 'en' };

export function scriptOf(language: Language): Script {
  return scriptOfLanguage[language];
}

export function named(name: Trilingual, language: Language): string {
  return name[scriptOfLanguage[language]];
}
