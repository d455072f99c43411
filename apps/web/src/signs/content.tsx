import type { Language, Script } from '#i18n/language';
import { useLanguage } from '../i18n/texts';

const languageOfScript: Record<Script, Language> = { hant: 'zh-Hant-HK', hans: 'zh-Hans-CN', en: 'en' };

/** Words of the joint record in the script they were signed in, for fonts and for screen readers. */
export function Signed({ script, children }: { script: Script; children: string }) {
  return <span lang={languageOfScript[script]}>{children}</span>;
}

/** What people typed: Chinese on an English screen and the other way round, told by its characters. */
export function writtenIn(text: string, language: Language): Language | undefined {
  const chinese = /\p{Script=Han}/u.test(text);
  if (language === 'en') return chinese ? 'zh-Hant-HK' : undefined;
  return chinese || !/\p{Letter}/u.test(text) ? undefined : 'en';
}

export function Written({ children, className }: { children: string; className?: string }) {
  const language = useLanguage();
  return (
    <span className={className} lang={writtenIn(children, language)}>
      {children}
    </span>
  );
}
