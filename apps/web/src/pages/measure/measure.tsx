import './measure.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { named } from '#i18n/language';
import { areaNumber, measureNumber } from '#i18n/numbering';
import { measureQuery, useSession } from '../../api/queries';
import type { Measure } from '../../api/types';
import { DisclosedOfMeasure } from '../../evidence/of-measure';
import { dayOf, daysBetween, formatDate, formatDay } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed } from '../../signs/content';
import { domainTexts, LightMark, LightSign } from '../../signs/light';
import { StatusMark } from '../../signs/status';
import { PageTitle, usePage } from '../../shell/page';
import { Loaded } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { OpenConfirmations, ProposeConfirmation } from './confirmation';
import { DateRail, OpenChange } from './dates';
import { Cited } from './cited';
import { DeskChip, PrivateDesk } from './private-desk';
import { OpenRequests } from './requests';
import { Timeline } from './timeline';
import { Tracks } from './tracks';
import { DocumentsRail, LineageRail, OtherTexts } from './beside';
import { measureTexts } from './words';

export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(measureQuery(id));
  return (
    <div className="page">
      <Loaded of={query}>{(measure) => <Content key={measure.id} measure={measure} />}</Loaded>
    </div>
  );
}

function Content({ measure }: { measure: Measure }) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const session = useSession();
  const { hash } = useLocation();
  const number = measureNumber(measure.areaOrdinal, measure.ordinal, language);
  const today = dayOf(new Date().toISOString());
  const meetingName = `${named(measure.mechanism.name, language)} ${shell('meeting.nth', {
    ordinal: ordinalWord(measure.meeting.ordinal, language),
  })}`;
  usePage(`${number} ${measure.title}`, [
    { label: t('crumb'), to: '/measures' },
    { label: meetingName, to: `/meetings/${measure.meeting.id}` },
    { label: number },
  ]);

  // The part that a link names is there only once the measure has been read.
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);

  const neighbour = (one: Measure['previous'], key: 'previous' | 'next') =>
    one && (
      <Link className="btn sm plain" to={`/measures/${one.id}`}>
        {t(key, { number: measureNumber(one.areaOrdinal, one.ordinal, language) })}
      </Link>
    );

  const left = measure.dueOn === null ? null : daysBetween(today, measure.dueOn);
  const ended = measure.lightReason === 'ended' || measure.lightReason === 'suspended';
  const leftWords =
    left === null
      ? ''
      : left < 0
        ? words('reason.overdue', { count: -left })
        : left === 0
          ? words('reason.due_today')
          : words('reason.due_soon', { count: left });

  return (
    <>
      <div className="row measure-top">
        <Link className="meta quiet" to={`/measures?meeting=${measure.meeting.id}&area=${measure.area.id}`}>
          <Signed script={measure.script}>
            {t('area.name', {
              number: areaNumber(measure.area.ordinal, language),
              title: measure.area.title,
            })}
          </Signed>
        </Link>
        <nav className="push row no-print" aria-label={t('neighbours')}>
          {neighbour(measure.previous, 'previous')}
          {neighbour(measure.next, 'next')}
        </nav>
      </div>
      <PageTitle>
        <span className="no-in-title">{number}</span>
        <Signed script={measure.script}>{measure.title}</Signed>
      </PageTitle>
      <div className="row wrap measure-marks">
        <StatusMark status={measure.status} awaitingPartyId={measure.awaitingPartyId} tag />
        {measure.dueOn !== null && !ended && measure.light !== 'green' ? (
          <span className={`light ${measure.light} tag`}>
            <LightSign light={measure.light} />
            {t('head.due', { date: formatDay(measure.dueOn, language, today), left: leftWords })}
          </span>
        ) : (
          <LightMark light={measure.light} reason={measure.lightReason} days={measure.lightDays} tag />
        )}
        {measure.own && session.side && <DeskChip measure={measure} />}
      </div>
      <div className="cols">
        <div>
          <section aria-labelledby="signed-text">
            <div className="row wrap">
              <h2 id="signed-text" className="as-h3">
                {t('text.title')}
              </h2>
              <span className="meta">
                {t('text.source', {
                  kind: words(`source.${measure.source.kind}`),
                  date: formatDate(measure.source.adoptedAt, language),
                })}
              </span>
            </div>
            <div className="signed gap-small">
              <p
                className="words"
                lang={
                  measure.script === 'hans' ? 'zh-Hans-CN' : measure.script === 'hant' ? 'zh-Hant-HK' : 'en'
                }
              >
                <Cited text={measure.text} actions={measure.actions} />
              </p>
            </div>
          </section>
          <OtherTexts measure={measure} />
          <Tracks measure={measure} today={today} />
          <OpenConfirmations measure={measure} />
          <OpenChange measure={measure} />
          <OpenRequests measure={measure} />
          <DisclosedOfMeasure measure={measure} />
          <Timeline measure={measure} />
        </div>
        <aside className="rail">
          <DateRail measure={measure} today={today} />
          <ProposeConfirmation measure={measure} />
          <LineageRail measure={measure} />
          <DocumentsRail measure={measure} />
          <section aria-labelledby="source">
            <h2 id="source">{t('source.title')}</h2>
            <dl className="kv">
              <dt>{t('source.meeting')}</dt>
              <dd>
                <Link to={`/meetings/${measure.meeting.id}`}>{meetingName}</Link>
              </dd>
              <dt>{t('source.kind')}</dt>
              <dd>
                {words(`source.${measure.source.kind}`)}
                {measure.source.fileName !== null && (
                  <span className="meta">
                    <br />
                    {t('text.file', { file: measure.source.fileName })}
                  </span>
                )}
              </dd>
            </dl>
            {session.abilities.read && (
              <p className="gap-small">
                <Link to={`/activity?measure=${measure.id}`}>{t('activity')}</Link>
              </p>
            )}
          </section>
        </aside>
      </div>
      {measure.own && session.side && <PrivateDesk measure={measure} />}
    </>
  );
}
