import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { proposeDueDate } from '../../api/calls';
import { useSession } from '../../api/queries';
import type { Measure } from '../../api/types';
import { DayField } from '../../forms/day-field';
import { Sheet } from '../../forms/sheet';
import { addDays } from '../../i18n/dates';
import { bold, useTexts } from '../../i18n/texts';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { useChanged } from './use-changed';
import { measureTexts } from './words';

/** One side proposes a working date; the other has to agree. */
export function ProposeSheet({
  measure,
  today,
  close,
}: {
  measure: Measure;
  today: string;
  close: () => void;
}) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const session = useSession();
  const side = useSideName();
  const changed = useChanged();
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const other = side(measure.mechanism.sides.find(({ id }) => id !== session.side?.id));
  const proposing = useMutation({
    mutationFn: (date: string) => proposeDueDate(measure.id, { dueOn: date, reason: reason.trim() }),
    onSuccess: async (next) => {
      close();
      await changed(next, t('propose.sent', { other }));
    },
  });

  return (
    <Sheet title={t('propose.title')} close={close}>
      <DayField label={t('propose.date')} value={dueOn} onChange={setDueOn} from={addDays(today, 1)} />
      <label className="field">
        <span className="lb">{t('propose.reason')}</span>
        <textarea
          className="area-in"
          rows={3}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {proposing.error && <Failure error={proposing.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('propose.who', { other }))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={dueOn === null || reason.trim() === '' || proposing.isPending}
          onClick={() => dueOn !== null && proposing.mutate(dueOn)}
        >
          {t('propose.send')}
        </button>
      </div>
    </Sheet>
  );
}
