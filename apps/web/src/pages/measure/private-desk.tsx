import type { Measure } from '../../api/types';
import { useSession } from '../../api/queries';
import { Desk } from '../../desk/desk';
import { EvidenceOfMeasure } from '../../evidence/of-measure';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { domainTexts } from '../../signs/light';
import { Lock } from '../../signs/private';
import { useSideName } from '../../signs/side';
import { Assignment } from './assignment';
import { OwnActions } from './actions';
import { Notes } from './notes';
import { measureTexts } from './words';

/** What waits on our desk, in a chip of the page's head that leads there. */
export function DeskChip({ measure }: { measure: Measure }) {
  const t = useTexts(measureTexts);
  const session = useSession();
  const side = useSideName();
  const updates = measure.own?.updates ?? [];
  const toClear = updates.filter(({ abilities }) => abilities.clear).length;
  const toEndorse = updates.filter(({ abilities }) => abilities.endorse).length;
  const has = (wanted: string) => updates.some(({ state }) => state === wanted);
  const state =
    toClear > 0
      ? t('desk.toClear', { count: toClear })
      : toEndorse > 0
        ? t('desk.toEndorse', { count: toEndorse })
        : has('returned')
          ? t('desk.returned')
          : has('draft')
            ? t('desk.draft')
            : has('submitted') || has('endorsed')
              ? t('desk.submitted')
              : t('desk.quiet');
  return (
    <a className="lock chip" href="#desk">
      <Icon name="lock" />
      {t('desk.chip', { desk: t('desk.title', { side: side(session.side) }), state })}
      <Icon name="down" />
    </a>
  );
}

/** Below the joint record, ours alone: updates under way, who handles it, by when. */
export function PrivateDesk({ measure }: { measure: Measure }) {
  const t = useTexts(measureTexts);
  const session = useSession();
  const side = useSideName();
  const writes = measure.abilities.writeUpdate || (measure.own?.updates.length ?? 0) > 0;
  const words = useTexts(domainTexts);
  const refusal = measure.refusals['writeUpdate'];
  return (
    <section className="private desk" id="desk" aria-labelledby="desk-title">
      <div className="desk-head">
        <h2 id="desk-title">{t('desk.title', { side: side(session.side) })}</h2>
        <Lock />
        <span className="meta">{t('desk.lead')}</span>
      </div>
      <div className="cols">
        <div>
          <h3 className="sr">{t('desk.updates')}</h3>
          {writes ? (
            <Desk measure={measure} />
          ) : (
            <p className="t2">
              {t('desk.noUpdates')} {refusal && words(`refusal.${refusal}`)}
            </p>
          )}
          <OwnActions measure={measure} />
          <EvidenceOfMeasure measure={measure} />
          <Notes measure={measure} />
        </div>
        <aside>
          <Assignment measure={measure} />
        </aside>
      </div>
    </section>
  );
}
