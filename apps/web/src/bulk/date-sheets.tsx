import { useState } from 'react';
import { proposeDueDates, setInternalDates } from '../api/calls';
import { useSession } from '../api/queries';
import { DayField } from '../forms/day-field';
import { addDays, dayOf } from '../i18n/dates';
import { useTexts } from '../i18n/texts';
import { useSideName } from '../signs/side';
import { BulkSheet, ReasonField, type BulkProps } from './bulk-sheet';
import { assignmentsOf } from './chosen';
import { bulkTexts } from './words';

/** The own side's date for all that are selected. */
export function InternalDateSheet(props: BulkProps) {
  const t = useTexts(bulkTexts);
  const session = useSession();
  const side = useSideName();
  const [internalDueOn, setInternalDueOn] = useState<string | null>(null);
  const measures = assignmentsOf(props.chosen);
  const count = measures.length;
  return (
    <BulkSheet
      {...props}
      title={t('internal.title', { count })}
      count={count}
      who={t('internal.who', { side: side(session.side) })}
      send={t('internal')}
      run={() => setInternalDates({ measures, internalDueOn })}
    >
      <DayField
        label={t('internal.date')}
        note={t('internal.note')}
        value={internalDueOn}
        onChange={setInternalDueOn}
      />
    </BulkSheet>
  );
}

/** A working date for all that are selected; the other side answers each. */
export function ProposeDatesSheet(props: BulkProps) {
  const t = useTexts(bulkTexts);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const measureIds = props.chosen.map(({ measureId }) => measureId);
  const count = measureIds.length;
  const why = reason.trim();
  return (
    <BulkSheet
      {...props}
      title={t('propose.title', { count })}
      count={count}
      who={t('propose.who')}
      send={t('propose')}
      run={dueOn === null || why === '' ? null : () => proposeDueDates({ measureIds, dueOn, reason: why })}
    >
      <DayField
        label={t('propose.date')}
        value={dueOn}
        onChange={setDueOn}
        from={addDays(dayOf(new Date().toISOString()), 1)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </BulkSheet>
  );
}
