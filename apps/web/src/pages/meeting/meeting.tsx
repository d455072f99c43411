import './meeting.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { named } from '#i18n/language';
import { meetingQuery, useSession } from '../../api/queries';
import type { Meeting } from '../../api/types';
import { evidenceTexts } from '../../evidence/words';
import { formatDate } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed } from '../../signs/content';
import { PageTitle, usePage } from '../../shell/page';
import { Loaded, NotFound } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { ActivityList } from '../activity/activity-list';
import { ReportsOf } from '../reports/reports-of';
import { Areas } from './areas';
import { Deadlines } from './deadlines';
import { Figures } from './figures';
import { Leads } from './leads';
import { Documents } from './documents';
import { Rail, Sources } from './rail';
import { lineageTexts } from '../lineage/words';
import { meetingTexts } from './words';

const tabs = ['overview', 'documents', 'reports', 'activity'] as const;
type Tab = (typeof tabs)[number];

export function Component() {
  const { id = '', tab = 'overview' } = useParams();
  const query = useQuery(meetingQuery(id));
  const known = tabs.find((name) => name === tab);
  if (!known) return <NotFound />;
  return (
    <div className="page">
      <Loaded of={query}>{(meeting) => <Content meeting={meeting} tab={known} />}</Loaded>
    </div>
  );
}

function Content({ meeting, tab }: { meeting: Meeting; tab: Tab }) {
  const t = useTexts(meetingTexts);
  const lineage = useTexts(lineageTexts);
  const evidence = useTexts(evidenceTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const mechanism = named(meeting.mechanism.name, language);
  const nth = shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) });
  usePage(`${mechanism} ${nth}`, [
    { label: t('list.title'), to: '/meetings' },
    { label: mechanism, to: `/meetings?mechanism=${meeting.mechanism.id}` },
    { label: nth },
  ]);
  const comma = language === 'en' ? ', ' : '，';
  const offices = meeting.signatories.map(({ post }) => post).join(language === 'en' ? ', ' : '、');
  const here = `/meetings/${meeting.id}`;

  const link = (name: Tab, label: string, count?: number) => (
    <Link
      to={name === 'overview' ? here : `${here}/${name}`}
      aria-current={tab === name ? 'page' : undefined}
      preventScrollReset
    >
      {label} {count !== undefined && <span className="n">{count}</span>}
    </Link>
  );

  return (
    <>
      <div className="head">
        <p className="meta">{`${mechanism}${language === 'en' ? ' · ' : '　'}${nth}`}</p>
        <PageTitle of={meeting.id}>
          <Signed script={meeting.script}>{meeting.title}</Signed>
        </PageTitle>
        <p className="sub">
          {formatDate(meeting.heldOn, language)}
          {meeting.place && (
            <>
              {comma}
              <Signed script={meeting.script}>{meeting.place}</Signed>
            </>
          )}
          {offices !== '' && (
            <>
              {language === 'en' ? ' · ' : '　'}
              {t('head.signed', { offices: '' })}
              <Signed script={meeting.script}>{offices}</Signed>
            </>
          )}
          {meeting.sources.length > 0 && (
            <>
              {language === 'en' ? ' · ' : '　'}
              <Link to={`${here}/documents`}>{t('head.memorandum')}</Link>
            </>
          )}
        </p>
      </div>
      <nav className="tabs" aria-label={t('tabs.label')}>
        {link('overview', t('tab.overview'))}
        <Link to={`/measures?meeting=${meeting.id}`}>
          {t('tab.measures')} <span className="n">{meeting.captured.measures}</span>
        </Link>
        {link('documents', t('tab.documents'), meeting.documents.length)}
        <Link to={`${here}/evidence`}>{evidence('list.link')}</Link>
        {meeting.lineage && (
          <Link to={`${here}/lineage`}>{lineage('coverage.link', { ...meeting.lineage })}</Link>
        )}
        {session.abilities.readReports && link('reports', t('tab.reports'))}
        {session.abilities.read && link('activity', t('tab.activity'))}
      </nav>
      {tab === 'overview' && (
        <>
          <Figures meeting={meeting} />
          <section className="sec" aria-labelledby="dates">
            <div className="sec-h">
              <h2 id="dates">{t('dates.title')}</h2>
              {meeting.deadlines.length > 0 && (
                <span className="meta">
                  {t('dates.sub', { count: meeting.deadlines.length, without: meeting.withoutDate })}
                </span>
              )}
            </div>
            <Deadlines meeting={meeting} />
          </section>
          <div className="cols">
            <div>
              <Areas meeting={meeting} />
              <Leads meeting={meeting} />
            </div>
            <Rail meeting={meeting} />
          </div>
        </>
      )}
      {tab === 'documents' && (
        <div className="cols">
          <Documents meeting={meeting} />
          <Sources meeting={meeting} />
        </div>
      )}
      {tab === 'reports' && <ReportsOf meeting={meeting} />}
      {tab === 'activity' && <ActivityList filter={{ meeting: meeting.id }} />}
    </>
  );
}
