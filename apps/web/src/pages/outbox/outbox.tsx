import './outbox.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { mailQuery, mailsQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { PageTitle, usePage } from '../../shell/page';
import { Empty, Failure, Loaded, More, Waiting } from '../../shell/states';
import { recordTexts } from '../reports/words';

export function Component() {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const { id } = useParams();
  const query = useInfiniteQuery(mailsQuery);
  const mails = query.data?.pages.flatMap(({ items }) => items) ?? [];
  usePage(t('outbox.title'), [{ label: t('outbox.title') }]);

  return (
    <div className="page">
      <div className="head">
        <PageTitle of="outbox">{t('outbox.title')}</PageTitle>
        <p className="sub">{t('outbox.lead')}</p>
      </div>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data && mails.length === 0 && <Empty>{t('outbox.none')}</Empty>}
      {mails.length > 0 && (
        <div className="post">
          <nav className="items" aria-label={t('outbox.list')}>
            <ul>
              {mails.map((mail) => (
                <li key={mail.id}>
                  <Link
                    to={`/outbox/${mail.id}`}
                    aria-current={mail.id === id ? 'page' : undefined}
                    preventScrollReset
                  >
                    <b lang={mail.language}>{mail.subject}</b>
                    <span className="meta">
                      {mail.to.name} <span className="num">{formatInstant(mail.at, language)}</span>
                    </span>
                    <span className="meta">{t(`outbox.state.${mail.state}`)}</span>
                  </Link>
                </li>
              ))}
            </ul>
            <More query={query} />
          </nav>
          {id === undefined ? <p className="t2">{t('outbox.pick')}</p> : <Letter id={id} />}
        </div>
      )}
    </div>
  );
}

function Letter({ id }: { id: string }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const plain = params.get('as') === 'text';
  return (
    <Loaded of={useQuery(mailQuery(id))}>
      {(mail) => (
        <article aria-labelledby="subject">
          <h2 id="subject" lang={mail.language}>
            {mail.subject}
          </h2>
          <dl className="kv gap-small">
            <dt>{t('outbox.to')}</dt>
            <dd>
              {mail.to.name} &lt;{mail.to.address}&gt;
            </dd>
            <dt>{t('outbox.at')}</dt>
            <dd className="num">{formatInstant(mail.at, language)}</dd>
            <dt>{t('outbox.language')}</dt>
            <dd>{t(`language.${mail.language}`)}</dd>
            <dt>{t('outbox.state')}</dt>
            <dd>{t(`outbox.state.${mail.state}`)}</dd>
          </dl>
          <fieldset className="gap-small">
            <legend className="sr">{t('outbox.version')}</legend>
            <div className="seg">
              {(['html', 'text'] as const).map((version) => (
                <label key={version}>
                  <input
                    type="radio"
                    name="version"
                    checked={plain === (version === 'text')}
                    onChange={() => setParams(version === 'text' ? { as: 'text' } : {}, { replace: true })}
                  />
                  {t(`outbox.${version}`)}
                </label>
              ))}
            </div>
          </fieldset>
          {plain ? (
            <pre lang={mail.language}>{mail.text}</pre>
          ) : (
            // Sandboxed: a mail's page runs nothing and reaches nothing of ours.
            <iframe title={t('outbox.frame')} sandbox="" srcDoc={mail.html} />
          )}
        </article>
      )}
    </Loaded>
  );
}
