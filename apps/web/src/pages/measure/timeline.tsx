import { useSearchParams } from 'react-router';
import { named } from '#i18n/language';
import type { Decided, Measure } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Rich } from '../../signs/rich';
import { BothBadge, SideBadge, useParties, useSideName } from '../../signs/side';
import { TrackMark } from '../../signs/status';
import { Choice } from '../../forms/choice';
import { deskTexts } from '../../desk/words';
import { ClearedWords } from './cleared-words';
import { measureTexts } from './words';

/** What both sides can read, newest first: cleared updates with what was disclosed, agreed dates, decisions. */
export function Timeline({ measure }: { measure: Measure }) {
  const t = useTexts(measureTexts);
  const language = useLanguage();
  const desk = useTexts(deskTexts);
  const parties = useParties();
  const side = useSideName();
  const [params, setParams] = useSearchParams();
  const only = measure.mechanism.sides.find(({ code }) => code === params.get('side'));
  const entries = measure.timeline.filter((entry) => !only || entry.partyId === only.id);
  const updates = measure.timeline.filter(({ kind }) => kind === 'update').length;

  return (
    <section className="sec" aria-labelledby="timeline">
      <div className="sec-h">
        <h2 id="timeline">{t('timeline.title')}</h2>
        {updates > 0 && <span className="meta">{t('timeline.count', { count: updates })}</span>}
        {measure.timeline.length > 1 && (
          <span className="push no-print">
            <Choice
              label={t('timeline.show')}
              all={t('timeline.all')}
              value={only?.code}
              options={measure.mechanism.sides.map((party) => ({ value: party.code, label: side(party) }))}
              onChange={(code) =>
                setParams(code === null ? {} : { side: code }, { replace: true, preventScrollReset: true })
              }
            />
          </span>
        )}
      </div>
      {entries.length === 0 && <p className="t2">{t('timeline.none')}</p>}
      <ol className="tl">
        {entries.map((entry) => (
          <li key={entry.kind === 'confirmation' ? `${entry.id}${entry.event}` : entry.id}>
            {entry.kind === 'update' || entry.kind === 'answer' ? (
              <SideBadge party={parties.get(entry.partyId)} />
            ) : (
              <BothBadge sides={measure.mechanism.sides} />
            )}
            <div>
              <div className="by">
                <strong>
                  {entry.kind === 'update' || entry.kind === 'answer'
                    ? named(entry.organisation.name, language)
                    : t('timeline.both')}
                </strong>
                {entry.kind === 'update' && <TrackMark status={entry.status} />}
                {entry.kind === 'update' && entry.correctsId !== null && (
                  <span className="meta">{t('timeline.corrects')}</span>
                )}
                <time className="num" dateTime={entry.at}>
                  {formatDate(entry.at, language)}
                </time>
              </div>
              {entry.kind === 'confirmation' ? (
                <Outcome entry={entry} measure={measure} />
              ) : entry.kind === 'answer' ? (
                <>
                  <p className="t2">
                    <Written>{desk('said.answer', { request: entry.reason })}</Written>
                  </p>
                  <Rich>{entry.text}</Rich>
                </>
              ) : entry.kind === 'due_date' ? (
                <p className="prose">
                  {entry.from === null
                    ? t('timeline.dueSet', {
                        to: formatDate(entry.to, language),
                        side: side(parties.get(entry.partyId)),
                      })
                    : t('timeline.dueMoved', {
                        from: formatDate(entry.from, language),
                        to: formatDate(entry.to, language),
                        side: side(parties.get(entry.partyId)),
                      })}
                  {language === 'en' && ' '}
                  <Written>{entry.reason}</Written>
                </p>
              ) : (
                <ClearedWords
                  said={entry}
                  request={measure.requests.find(({ updateId }) => updateId === entry.id)}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What came of a proposal of completion or dropping: why it was made, and why the other side declined it. */
function Outcome({ entry, measure }: { entry: Decided; measure: Measure }) {
  const t = useTexts(measureTexts);
  const language = useLanguage();
  const side = useSideName();
  const { sides } = measure.mechanism;
  const names = {
    side: side(sides.find(({ id }) => id === entry.partyId)),
    other: side(sides.find(({ id }) => id !== entry.partyId)),
  };
  return (
    <p className="prose">
      {t(`timeline.${entry.of}.${entry.event}`, names)}
      {language === 'en' && ' '}
      <Written>{entry.event === 'declined' ? (entry.answerReason ?? entry.reason) : entry.reason}</Written>
    </p>
  );
}
