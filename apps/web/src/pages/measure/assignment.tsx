import { lazy, Suspense } from 'react';
import { named } from '#i18n/language';
import type { Measure } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Waiting } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { LeadsOverTime } from './leads';
import { measureTexts } from './words';

// Its lists and its calendar come from Ant Design, which nobody needs who only reads.
const AssignForm = lazy(async () => ({ default: (await import('./assign-form')).AssignForm }));

type Own = NonNullable<Measure['own']>['assignment'];

/** Who handles the measure on our side and by when; a coordinator changes and publishes it, the others read it. */
export function Assignment({ measure }: { measure: Measure }) {
  const t = useTexts(measureTexts);
  const assignment = measure.own?.assignment ?? null;
  return (
    <section aria-labelledby="assignment">
      <div className="row wrap">
        <h3 id="assignment">{t('assign.title')}</h3>
        {assignment && <Published assignment={assignment} />}
      </div>
      {measure.abilities.assign ? (
        <Suspense fallback={<Waiting />}>
          <AssignForm measure={measure} assignment={assignment} />
        </Suspense>
      ) : assignment ? (
        <Facts assignment={assignment} />
      ) : (
        <p className="t2">{t('assign.none')}</p>
      )}
      <LeadsOverTime periods={measure.own?.leads ?? []} />
    </section>
  );
}

function Published({ assignment }: { assignment: NonNullable<Own> }) {
  const t = useTexts(measureTexts);
  const language = useLanguage();
  const { publishedAt, changedSincePublished } = assignment;
  return (
    <span className="meta">
      {publishedAt === null
        ? t('assign.notPublished')
        : changedSincePublished
          ? t('assign.changed')
          : t('assign.publishedAt', { date: formatDate(publishedAt, language) })}
    </span>
  );
}

function Facts({ assignment }: { assignment: NonNullable<Own> }) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const comma = language === 'en' ? ', ' : '、';
  return (
    <dl className="kv gap-small">
      <dt>{t('assign.lead')}</dt>
      <dd>{named(assignment.lead.name, language)}</dd>
      {assignment.supporting.length > 0 && (
        <>
          <dt>{t('assign.supporting')}</dt>
          <dd>{assignment.supporting.map(({ name }) => named(name, language)).join(comma)}</dd>
        </>
      )}
      {assignment.officers.length > 0 && (
        <>
          <dt>{t('assign.officers')}</dt>
          <dd>{assignment.officers.map(({ name }) => name).join(comma)}</dd>
        </>
      )}
      <dt>{t('assign.internal')}</dt>
      <dd className="num">
        {assignment.internalDueOn === null
          ? shell('date.none')
          : formatDate(assignment.internalDueOn, language)}
      </dd>
    </dl>
  );
}
