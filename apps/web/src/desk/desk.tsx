import { useState } from 'react';
import { useSession } from '../api/queries';
import type { Measure } from '../api/types';
import { formatDate } from '../i18n/dates';
import { useLanguage, useTexts } from '../i18n/texts';
import { Review } from './review';
import { UpdateForm } from './update-form';
import { workTexts } from './words';

interface Props {
  measure: Measure;
  /** Only this update, where one came for it. */
  updateId?: string | null;
  done?: () => void;
}

/** Everything our side has under way on a measure: what waits for a decision, and what the reader may write. */
export function Desk({ measure, updateId, done }: Props) {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const session = useSession();
  const updates = measure.own?.updates ?? [];
  // A form keeps its own draft while it is written; only an end, submitted or dropped, begins a new one.
  const [round, setRound] = useState(0);
  const finish = () => {
    setRound((before) => before + 1);
    done?.();
  };
  const draft = updates.find((one) => one.abilities.edit) ?? null;
  const waiting = updates.find(
    (one) =>
      one.organisation.id === (measure.own?.office ?? session.organisation.id) &&
      (one.state === 'submitted' || one.state === 'endorsed'),
  );
  const toRead = updates.filter((one) => one !== draft && (updateId == null || one.id === updateId));
  const writes = updateId == null || draft?.id === updateId;

  return (
    <>
      {toRead.map((update) => (
        <Review key={update.id} measure={measure} update={update} done={finish} />
      ))}
      {writes && (draft || (measure.abilities.writeUpdate && !waiting)) && (
        <UpdateForm key={round} measure={measure} existing={draft} done={finish} />
      )}
      {waiting && waiting.submittedAt !== null && !waiting.abilities.clear && (
        <p className="note gap-small">
          {t('desk.waiting', { date: formatDate(waiting.submittedAt, language) })}
        </p>
      )}
    </>
  );
}
