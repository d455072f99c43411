import './sign-in.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { limits } from '#contracts/limits';
import { named, type Language } from '#i18n/language';
import { getDemo, setLanguage, signIn } from '../../api/calls';
import { asProblem } from '../../api/problem';
import { sessionQuery } from '../../api/queries';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Brand } from '../../signs/icon';
import { domainTexts } from '../../signs/light';
import { LanguageSwitch } from '../../shell/language-switch';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';

/** Only an address of this application may be returned to. */
function returnPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}

export function Component() {
  const t = useTexts(shellTexts);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const chosen = useRef<Language | null>(null);

  useEffect(() => {
    document.title = t('title.page', { title: t('signIn.title') });
  }, [t]);

  const entering = useMutation({
    mutationFn: async (input: { email: string; password: string }) => {
      const session = await signIn(input);
      // A language chosen on this page is a choice of this person; otherwise the person's own holds.
      const wish = chosen.current;
      return wish !== null && wish !== session.person.language ? setLanguage(wish) : session;
    },
    onSuccess: async (session) => {
      cache.clear();
      cache.setQueryData(sessionQuery.queryKey, session);
      await navigate(returnPath(params.get('next')), { replace: true });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const empty = input.email === '' ? email : input.password === '' ? password : null;
    setMissing(empty !== null);
    if (empty) empty.current?.focus();
    else entering.mutate(input);
  };

  return (
    <div className="gate">
      <header className="l">
        <span className="brand">
          <Brand />
          {t('brand')}
        </span>
        <div className="say">
          <p className="big">
            <span>{t('signIn.line1')}</span>
            <span>{t('signIn.line2')}</span>
            <span>{t('signIn.line3')}</span>
          </p>
          <p className="small t2">
            <span>{t('signIn.private1')}</span>
            <span>{t('signIn.private2')}</span>
          </p>
        </div>
      </header>
      <main className="r" id="main">
        <div className="row">
          <span className="push">
            <LanguageSwitch signedIn={false} long onChange={(language) => (chosen.current = language)} />
          </span>
        </div>
        <div className="inner">
          <form onSubmit={submit} noValidate>
            <h1>{t('signIn.title')}</h1>
            {params.has('ended') && !entering.error && <p className="note warn">{t('signIn.ended')}</p>}
            {entering.error && (
              <Failure error={entering.error} kept={asProblem(entering.error).status !== 401} />
            )}
            {missing && (
              <p className="note bad" role="alert">
                {t('signIn.required')}
              </p>
            )}
            <label className="field gap-top">
              <span className="lb">{t('signIn.email')}</span>
              <input
                ref={email}
                className="input"
                type="email"
                name="email"
                autoComplete="username"
                maxLength={limits.email}
              />
            </label>
            <label className="field">
              <span className="lb">{t('signIn.password')}</span>
              <input
                ref={password}
                className="input"
                type="password"
                name="password"
                autoComplete="current-password"
                maxLength={limits.password}
              />
            </label>
            <button type="submit" className="btn primary" disabled={entering.isPending}>
              {entering.isPending ? t('signIn.busy') : t('signIn.submit')}
            </button>
            <p className="meta help">
              {t('signIn.help1')}
              <br />
              {t('signIn.help2')}
            </p>
          </form>
          <Demo busy={entering.isPending} enter={entering.mutate} />
        </div>
      </main>
    </div>
  );
}

interface DemoProps {
  busy: boolean;
  enter: (input: { email: string; password: string }) => void;
}

/** One-click sign-ins, a person a role and side; only where the installation holds sample data. */
function Demo({ busy, enter }: DemoProps) {
  const t = useTexts(shellTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ['demo'], queryFn: getDemo, retry: false, staleTime: Infinity });
  if (!data || data.people.length === 0) return null;

  const parties = new Map<string, typeof data.people>();
  for (const person of data.people) {
    const party = named(person.party, language);
    parties.set(party, [...(parties.get(party) ?? []), person]);
  }

  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demo')}</h2>
      <p className="meta">{t('signIn.demoHelp')}</p>
      {[...parties].map(([party, people]) => (
        <div key={party} className="demo-group">
          <h3>{party}</h3>
          <ul>
            {people.map((person) => (
              <li key={person.email}>
                <button
                  type="button"
                  className="btn"
                  disabled={busy}
                  onClick={() => enter({ email: person.email, password: data.password })}
                >
                  <span>
                    <b>{words(`role.${person.role}`)}</b> {person.name}
                    <span className="meta">{named(person.organisation, language)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
