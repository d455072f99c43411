import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { assignMany } from '../../api/calls';
import { organisationsQuery, useSession } from '../../api/queries';
import type { MeasureRow } from '../../api/types';
import { Picker } from '../../forms/picker';
import { Sheet } from '../../forms/sheet';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import { registerTexts } from './words';

interface Props {
  rows: MeasureRow[];
  publish: boolean;
  close: () => void;
  done: () => void;
}

/** One lead for all that are selected; those that could not be assigned are named, with the reason. */
export function AssignSheet({ rows, publish, close, done }: Props) {
  const t = useTexts(registerTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const cache = useQueryClient();
  const [leadId, setLeadId] = useState<string | null>(null);
  const { data } = useQuery(organisationsQuery(session.party.id));

  const assigning = useMutation({
    mutationFn: (lead: string) => assignMany({ measureIds: rows.map(({ id }) => id), leadId: lead, publish }),
    onSuccess: async (result) => {
      await cache.invalidateQueries({ queryKey: ['measures'] });
      await cache.invalidateQueries({ queryKey: ['meeting'] });
      tell(t('bulk.done', { count: result.done.length }));
      if (result.failed.length === 0) {
        close();
        done();
      }
    },
  });

  const numberOf = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row ? measureNumber(row.areaOrdinal, row.ordinal, language) : '';
  };

  return (
    <Sheet title={t('bulk.title', { count: rows.length })} close={close}>
      <Picker
        label={t('bulk.lead')}
        placeholder={t('bulk.leadPlaceholder')}
        options={(data?.items ?? []).map((one) => ({ value: one.id, label: named(one.name, language) }))}
        value={leadId}
        onChange={setLeadId}
      />
      {assigning.error && <Failure error={assigning.error} kept />}
      {assigning.data && assigning.data.failed.length > 0 && (
        <div className="note bad gap-top" role="alert">
          <p>{t('bulk.failed', { count: assigning.data.failed.length })}</p>
          <ul>
            {assigning.data.failed.map((failure) => (
              <li key={failure.id}>
                {numberOf(failure.id)} {failure.detail}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="foot">
        <p className="who">
          {bold(publish ? t('bulk.whoPublish') : t('bulk.whoPrivate', { side: side(session.side) }))}
        </p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={leadId === null || assigning.isPending}
          onClick={() => leadId !== null && assigning.mutate(leadId)}
        >
          {assigning.isPending ? shell('state.saving') : publish ? t('bulk.publish') : t('bulk.assign')}
        </button>
      </div>
    </Sheet>
  );
}
