import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '#i18n/language';
import { languages } from '#i18n/language';
import { setLanguage } from '../api/calls';
import { sessionQuery } from '../api/queries';
import { changeLanguage } from '../i18n/i18n';
import { useLanguage, useTexts } from '../i18n/texts';
import { shellTexts } from './words';

const short: Record<Language, string> = { 'zh-Hant-HK': '繁', 'zh-Hans-CN': '简', en: 'EN' };
const full: Record<Language, string> = { 'zh-Hant-HK': '繁體', 'zh-Hans-CN': '简体', en: 'English' };

/** Each language by its own name. Signed in, the choice is also the language of mail. */
export function LanguageSwitch(props: {
  signedIn: boolean;
  long?: boolean;
  onChange?: (language: Language) => void;
}) {
  const t = useTexts(shellTexts);
  const current = useLanguage();
  const cache = useQueryClient();

  const choose = async (language: Language) => {
    await changeLanguage(language);
    props.onChange?.(language);
    if (!props.signedIn) return;
    try {
      cache.setQueryData(sessionQuery.queryKey, await setLanguage(language));
    } catch {
      // The interface has changed already; the mail's language follows at the next choice.
    }
    // Words that the server puts in the reader's language.
    await cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };

  return (
    <div className="lang" role="group" aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={props.long ? undefined : `${short[language]} ${full[language]}`}
          aria-pressed={language === current}
          onClick={() => void choose(language)}
        >
          {props.long ? full[language] : short[language]}
        </button>
      ))}
    </div>
  );
}
