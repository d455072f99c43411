import { named } from '#i18n/language';
import { useSession } from '../../api/queries';
import type { Measure } from '../../api/types';
import { dayOf, daysBetween, formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { domainTexts } from '../../signs/light';
import { SideBadge, useSideName } from '../../signs/side';
import { TrackMark } from '../../signs/status';
import { shellTexts } from '../../shell/words';
import { Applicability } from './applicability';
import { LeadsOverTime } from './leads';
import { TrackActions } from './track-actions';
import { measureTexts } from './words';

/** Two equals: each side's units, its own assessment and its next step, as published and cleared. */
export function Tracks({ measure, today }: { measure: Measure; today: string }) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const comma = language === 'en' ? ', ' : '、';
  const own = session.side?.id;
  // The reader's side stands left; an observer sees them as the mechanism names them.
  const sides = measure.mechanism.sides.toSorted((a, b) => Number(b.id === own) - Number(a.id === own));

  return (
    <section className="sec" aria-label={t('tracks.title')}>
      <div className="tracks">
        {sides.map((party) => {
          const track = measure.tracks.find(({ partyId }) => partyId === party.id);
          if (!track) return null;
          const where = party.code === 'hk' ? 'hk' : 'mainland';
          const assignment = party.id === own ? measure.own?.assignment : null;
          const hidden = assignment && (assignment.publishedAt === null || assignment.changedSincePublished);
          const lead = hidden ? assignment.lead : track.lead;
          const supporting = hidden ? assignment.supporting : track.supporting;
          return (
            <section key={party.id} aria-label={side(party)}>
              <div className="tk">
                <SideBadge party={party} />
                <h3 aria-hidden="true">{side(party)}</h3>
                <TrackMark status={track.status} />
              </div>
              <dl className="kv">
                <dt>{words(`lead.${where}`)}</dt>
                <dd>
                  {lead ? named(lead.name, language) : <span className="t3">{t('track.none')}</span>}{' '}
                  {hidden && (
                    <span className="own-tag">
                      <Icon name="lock" />
                      {t('track.unpublished')}
                    </span>
                  )}
                </dd>
                {supporting.length > 0 && (
                  <>
                    <dt>{words(`supporting.${where}`)}</dt>
                    <dd>{supporting.map(({ name }) => named(name, language)).join(comma)}</dd>
                  </>
                )}
                <TrackActions measure={measure} partyId={party.id} own={party.id === own} />
              </dl>
              <LeadsOverTime periods={track.leads} />
              <div className="next">
                <p className="meta">{t('track.next')}</p>
                <p>
                  {track.nextStep ? (
                    <Written>{track.nextStep}</Written>
                  ) : (
                    <span className="t3">{t('track.noNext')}</span>
                  )}
                </p>
                <p className="meta gap-small">
                  {track.lastClearedAt === null
                    ? t('track.never')
                    : t('track.cleared', {
                        date: formatDate(track.lastClearedAt, language),
                        ago:
                          dayOf(track.lastClearedAt) === today
                            ? shell('date.today')
                            : shell('date.ago', { count: daysBetween(dayOf(track.lastClearedAt), today) }),
                      })}
                </p>
                {party.id === own && (
                  <Applicability measure={measure} applies={track.status !== 'not_applicable'} />
                )}
              </div>
            </section>
          );
        })}
      </div>
    </section>
  );
}
