import type { Language, Script } from '#i18n/language';
import { chineseScript } from '#i18n/script';
import { useLanguage } from '../i18n/texts';

const languageOfScript: Record<Script, Language> = { hant: 'zh-Hant-HK', hans: 'zh-Hans-CN', en: 'en' };

/** Words of the joint record in the script they were signed in, for fonts and for screen readers. */
export function Signed({ script, children }: { script: Script; children: string }) {
  return <span lang={languageOfScript[script]}>{children}</span>;
}

/** What people typed: Chinese on an English screen and the other way round, either script on the other's, told by its characters. */
export function writtenIn(text: string, language: Language): Language | undefined {
  if (!/\p{Script=Han}/u.test(text)) return language === 'en' || !/\p{Letter}/u.test(text) ? undefined : 'en';
  const script = chineseScript(text) ?? (language === 'en' ? 'hant' : null);
  const written = script && languageOfScript[script];
  return written === null || written === language ? undefined : written;
}

export function Written({ children, className }: { children: string; className?: string }) {
  const language = useLanguage();
  return (
    <span className={className} lang={writtenIn(children, language)}>
      {children}
    </span>
  );
}
