import { useQuery } from '@tanstack/react-query';
import { limits } from '#contracts/limits';
import { evidenceOfQuery } from '../api/queries';
import { useReread } from '../api/reread';
import type { Measure } from '../api/types';
import { useTexts } from '../i18n/texts';
import { Loaded } from '../shell/states';
import { DisclosedFiles } from '../pages/measure/disclosed-files';
import { Acts } from './acts';
import { UploadField } from './upload-field';
import { evidenceTexts } from './words';

/** What hangs on the measure itself, and not on an update; disclosed by either side: part of the joint record. */
export function DisclosedOfMeasure({ measure }: { measure: Measure }) {
  const t = useTexts(evidenceTexts);
  const { data } = useQuery(evidenceOfQuery({ of: 'measures', id: measure.id }));
  const withUpdates = new Set(
    measure.timeline.flatMap((entry) => (entry.kind === 'update' ? entry.evidence.map(({ id }) => id) : [])),
  );
  const files = (data?.disclosed ?? []).filter(({ id }) => !withUpdates.has(id));
  if (files.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="disclosed-evidence">
      <h2 id="disclosed-evidence">{t('disclosed.title')}</h2>
      <DisclosedFiles files={files} />
    </section>
  );
}

/** The same on our desk: all of ours, with what can be done to each. */
export function EvidenceOfMeasure({ measure }: { measure: Measure }) {
  const t = useTexts(evidenceTexts);
  const reread = useReread();
  const place = { of: 'measures', id: measure.id } as const;
  const query = useQuery(evidenceOfQuery(place));
  return (
    <section className="sec" id="evidence" aria-labelledby="evidence-title" data-pastes>
      <h3 id="evidence-title">{t('own.title')}</h3>
      <Loaded of={query}>
        {({ own, abilities }) => {
          const pieces = own.filter(({ updateId }) => updateId === null);
          return (
            <>
              {pieces.length === 0 && <p className="t2 gap-small">{t('own.none')}</p>}
              <UploadField
                pieces={pieces}
                place={() => Promise.resolve(place)}
                most={limits.evidencePerPlace}
                note={t('field.noteMeasure', { count: limits.evidencePerPlace })}
                adding={abilities.attach}
                links
                changed={() => void reread()}
                below={(piece, put) => <Acts piece={piece} put={put} sides={measure.mechanism.sides} />}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
