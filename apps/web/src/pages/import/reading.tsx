import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { errors } from '#i18n/messages/errors';
import { fill } from '#i18n/translate';
import { discardImport, importFileAddress } from '../../api/imports';
import { importsQuery } from '../../api/queries';
import type { Import } from '../../api/types';
import { i18n } from '../../i18n/i18n';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { Lock } from '../../signs/private';
import { PageTitle, usePage } from '../../shell/page';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { meetingTexts } from '../meeting/words';
import { SameText } from './same-text';
import { importTexts, readingTexts } from './words';

/** An import before there is a draft: how far its file is read, or why it could not be. */
export function Reading({ found }: { found: Import }) {
  const t = useTexts(readingTexts);
  const words = useTexts(importTexts);
  const meetings = useTexts(meetingTexts);
  const navigate = useNavigate();
  const cache = useQueryClient();
  usePage(t('title', { file: found.fileName }), [
    { label: meetings('list.title'), to: '/meetings' },
    { label: words('title'), to: '/imports' },
    { label: found.fileName },
  ]);
  const discarding = useMutation({
    mutationFn: () => discardImport(found.id, found.version),
    onSuccess: async () => {
      tell(t('discarded'));
      await cache.invalidateQueries({ queryKey: importsQuery.queryKey });
      await navigate('/imports');
    },
  });
  return (
    <>
      <div className="head">
        <PageTitle>{t('title', { file: found.fileName })}</PageTitle>
        <p className="gap-small">
          <Lock />
        </p>
      </div>
      <SameText same={found.same} />
      <div aria-live="polite">
        {found.problem ? <Refused problem={found.problem} /> : <Progress percent={found.progress} />}
      </div>
      {discarding.error && <Failure error={discarding.error} />}
      <p className="row wrap gap-top">
        {found.problem && (
          <Link className="btn primary" to="/imports">
            {t('again')}
          </Link>
        )}
        {found.bytes !== null && (
          <a className="btn" href={importFileAddress(found.id)} download>
            <Icon name="doc" /> {t('file')}
          </a>
        )}
        {found.abilities.discard && (
          <button
            type="button"
            className="btn"
            disabled={discarding.isPending}
            onClick={() => discarding.mutate()}
          >
            {t('discard')}
          </button>
        )}
      </p>
    </>
  );
}

function Progress({ percent }: { percent: number }) {
  const t = useTexts(readingTexts);
  return (
    <>
      <p className="gap-top">{t('parsing')}</p>
      <p className="row gap-small">
        <progress value={percent} max={100} aria-label={t('progress')} />
        <span className="num">{t('state.parsing', { percent })}</span>
      </p>
      <p className="meta gap-small">{t('leave')}</p>
    </>
  );
}

/** Why, where and how to mend it; and of a text that is no memorandum what was looked for. */
function Refused({ problem }: { problem: NonNullable<Import['problem']> }) {
  const language = useLanguage();
  const { title, detail } = errors[language][problem.code];
  const params = problem.params as Record<string, string | number>;
  return (
    <div className="note bad gap-top" role="alert">
      <p>
        <strong>{fill(title, params)}</strong>
      </p>
      <p>{fill(detail, params)}</p>
      <LookedFor items={problem.lookedFor} />
    </div>
  );
}

/** What was looked for in a text that is no memorandum, and what of it is there. */
export function LookedFor({ items }: { items: { what: string; found: boolean | number }[] }) {
  const t = useTexts(readingTexts);
  const language = useLanguage();
  const found = (what: boolean | number) => {
    if (what === false || what === 0) return t('lookedFor.missing');
    return what === true ? t('lookedFor.found') : t('lookedFor.count', { count: what });
  };
  /** Something that is newer than this browser's copy of the texts is shown by its code. */
  const named = (what: string) =>
    i18n.exists(`what.${what}`, { ns: readingTexts.group })
      ? t(`what.${what}` as Parameters<typeof t>[0])
      : what;
  if (items.length === 0) return null;
  return (
    <>
      <p className="gap-small">{t('lookedFor.title')}</p>
      <ul>
        {items.map((each) => (
          <li key={each.what}>
            {named(each.what)}
            {language === 'en' ? ': ' : '：'}
            <strong>{found(each.found)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
