import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Link, useNavigate } from 'react-router';
import { named } from '#i18n/language';
import { signOut } from '../api/calls';
import { useSession } from '../api/queries';
import { useMenu } from '../forms/use-menu';
import { useLanguage, useTexts } from '../i18n/texts';
import { chooseTheme, useTheme, type Choice } from '../theme/scheme';
import { shellTexts } from './words';

const choices: readonly Choice[] = ['system', 'light', 'dark'];

/** Who is signed in; the appearance; the way out. */
export function PersonMenu() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { choice } = useTheme();
  const { open, setOpen, box } = useMenu();
  const id = useId();

  const leave = async () => {
    await signOut();
    cache.clear();
    await navigate('/sign-in');
  };

  return (
    <div className="me-box" ref={box}>
      {open && (
        <div className="me-menu" id={id}>
          <fieldset>
            <legend className="lb">{t('theme.label')}</legend>
            <div className="seg">
              {choices.map((value) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={id}
                    checked={choice === value}
                    onChange={() => chooseTheme(value)}
                  />
                  {t(`theme.${value}`)}
                </label>
              ))}
            </div>
          </fieldset>
          {(session.abilities.work || session.abilities.setLeave) && (
            <Link className="btn" to="/leave" onClick={() => setOpen(false)}>
              {t('me.leave')}
            </Link>
          )}
          <button type="button" className="btn" onClick={() => void leave()}>
            {t('me.signOut')}
          </button>
        </div>
      )}
      <button
        type="button"
        className="me"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="avatar" aria-hidden="true">
          {Array.from(session.person.name)[0]}
        </span>
        <span>
          <span className="who">{session.person.name}</span>
          <span className="meta">
            {named(language === 'en' ? session.organisation.short : session.organisation.name, language)}
          </span>
          <span className="sr">{t('me.menu')}</span>
        </span>
      </button>
    </div>
  );
}
