import './lineage.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type LineageRelation, lineageRelations } from '#contracts/status';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { useReread } from '../../api/reread';
import {
  decideLineage,
  type Decision,
  type Lineage,
  type LineageMeasure,
  lineageQuery,
} from '../../api/lineage';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { PageTitle, usePage } from '../../shell/page';
import { Failure, Loaded } from '../../shell/states';
import { tell } from '../../shell/toast';
import { Signed } from '../../signs/content';
import { StatusMark } from '../../signs/status';
import { meetingTexts } from '../meeting/words';
import { lineageTexts } from './words';

/** How the measures of a meeting go on from those of the meeting before; coordinators of either side decide. */
export function Component() {
  const { id = '' } = useParams();
  return (
    <div className="page">
      <Loaded of={useQuery(lineageQuery(id))}>{(lineage) => <Content lineage={lineage} />}</Loaded>
    </div>
  );
}

interface Row extends Omit<Decision, 'stands'> {
  /** Decided by whom; null of a proposal. */
  by: string | null;
  words: string[];
}

const links: readonly LineageRelation[] = lineageRelations.slice(0, 5);

function Content({ lineage }: { lineage: Lineage }) {
  const t = useTexts(lineageTexts);
  const meetings = useTexts(meetingTexts);
  const language = useLanguage();
  const cache = useQueryClient();
  const reread = useReread();
  const { meeting, previous, coverage, abilities } = lineage;
  usePage(t('title'), [
    { label: meetings('list.title'), to: '/meetings' },
    { label: meeting.title, to: `/meetings/${meeting.id}` },
    { label: t('title') },
  ]);
  const deciding = useMutation({
    mutationFn: (decisions: Decision[]) => decideLineage(meeting.id, decisions),
    onSuccess: async (next) => {
      cache.setQueryData(lineageQuery(meeting.id).queryKey, next);
      tell(t('saved'));
      await reread();
    },
  });
  const all = [...lineage.earlier, ...lineage.later];
  const measures = new Map(all.map((each) => [each.id, each]));
  const places = new Map(all.map(({ id: measureId }, place) => [measureId, place]));
  const place = ({ earlierId, laterId }: Row) => places.get(earlierId ?? laterId ?? '') ?? 0;
  const refused = (one: Pick<Decision, 'earlierId' | 'laterId'>) =>
    lineage.links.find(({ earlierId, laterId }) => earlierId === one.earlierId && laterId === one.laterId)
      ?.version ?? 0;
  const rows: Row[] = [
    ...lineage.proposals.map((each) => ({ ...each, version: refused(each), by: null })),
    ...lineage.links
      .filter(({ stands }) => stands)
      .map((each) => ({
        ...each,
        words: [],
        by: t('decidedBy', {
          office: named(each.organisation.name, language),
          date: formatDate(each.decidedAt, language),
        }),
      })),
  ].sort((a, b) => place(a) - place(b));
  const open = rows.filter(({ by }) => by === null);
  const say = ({ earlierId, laterId, relation, version }: Row, change: Partial<Decision> = {}): Decision => ({
    ...{ earlierId, laterId, relation, version, stands: true, ...change },
  });

  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {previous === null ? (
        <p className="t2">{t('none')}</p>
      ) : (
        <>
          <p className="t2">{t('lead')}</p>
          <p className="gap-small">
            <strong>{t('coverage', { ...coverage.earlier })}</strong>
          </p>
          {deciding.error && <Failure error={deciding.error} kept />}
          {abilities.decide && open.length > 0 && (
            <p className="gap-small no-print">
              <button
                type="button"
                className="btn primary"
                disabled={deciding.isPending}
                onClick={() => deciding.mutate(open.slice(0, 200).map((row) => say(row)))}
              >
                {t('acceptAll', { count: Math.min(200, open.length) })}
              </button>
            </p>
          )}
          <ol className="lineage">
            {rows.map((row) => (
              <li key={`${row.earlierId} ${row.laterId}`}>
                <Side measure={measures.get(row.earlierId ?? '')} />
                <div>
                  {abilities.decide && row.earlierId !== null && row.laterId !== null ? (
                    <select
                      className="chip"
                      aria-label={t('relation')}
                      value={row.relation}
                      disabled={deciding.isPending}
                      onChange={(event) =>
                        deciding.mutate([say(row, { relation: event.target.value as LineageRelation })])
                      }
                    >
                      {links.map((relation) => (
                        <option key={relation} value={relation}>
                          {t(`relation.${relation}`)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <strong>{t(`relation.${row.relation}`)}</strong>
                  )}
                  <p className="meta">{row.by ?? `${t('undecided')} · ${t('proposed')}`}</p>
                  {row.words.length > 0 && (
                    <p className="meta">
                      {sameWords(row.words, measures.get(row.laterId ?? ''))
                        ? t('same')
                        : t('common', { words: row.words.join(language === 'en' ? ', ' : '、') })}
                    </p>
                  )}
                  {abilities.decide && (
                    <p className="row wrap gap-small no-print">
                      {row.by === null && (
                        <button
                          type="button"
                          className="btn sm"
                          disabled={deciding.isPending}
                          onClick={() => deciding.mutate([say(row)])}
                        >
                          {t('accept')}
                        </button>
                      )}
                      <button
                        type="button"
                        className="btn sm"
                        disabled={deciding.isPending}
                        onClick={() => deciding.mutate([say(row, { stands: false })])}
                      >
                        {row.by === null ? t('refuse') : t('back')}
                      </button>
                    </p>
                  )}
                </div>
                <Side measure={measures.get(row.laterId ?? '')} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** Words that are most of a measure say no more than that they are the same. */
const sameWords = (words: string[], measure: LineageMeasure | undefined): boolean =>
  measure !== undefined && words.join('').length > measure.text.length / 2;

function Side({ measure }: { measure: LineageMeasure | undefined }) {
  const language = useLanguage();
  if (!measure) return <div className="t3">—</div>;
  return (
    <div>
      <p>
        <span className="num t3">{measureNumber(measure.areaOrdinal, measure.ordinal, language)}</span>{' '}
        <Link className="quiet" to={`/measures/${measure.id}`}>
          <Signed script={measure.script}>{measure.text}</Signed>
        </Link>
      </p>
      <StatusMark status={measure.status} awaitingPartyId={measure.awaitingPartyId} />
    </div>
  );
}
