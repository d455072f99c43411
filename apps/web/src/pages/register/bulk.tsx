import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { assignMany } from '../../api/calls';
import { organisationsQuery, useSession } from '../../api/queries';
import type { MeasureRow } from '../../api/types';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Picker } from '../../forms/picker';
import { Sheet } from '../../forms/sheet';
import { Lock } from '../../signs/private';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import { registerTexts } from './words';

interface Props {
  rows: MeasureRow[];
  clear: () => void;
}

/** What can be done to the selected measures: first what both sides will see, then what only ours. */
export function BulkBar({ rows, clear }: Props) {
  const t = useTexts(registerTexts);
  const [publish, setPublish] = useState<boolean | null>(null);
  return (
    <div className="bulk no-print" role="region" aria-label={t('bulk.label')}>
      <strong className="nb" role="status">
        {t('bulk.selected', { count: rows.length })}
      </strong>
      <div className="set">
        <span className="meta">{t('bulk.joint')}</span>
        <button type="button" className="btn sm" onClick={() => setPublish(true)}>
          {t('bulk.publish')}
        </button>
      </div>
      <div className="set ours">
        <Lock />
        <button type="button" className="btn sm" onClick={() => setPublish(false)}>
          {t('bulk.assign')}
        </button>
      </div>
      <button type="button" className="btn plain sm push" onClick={clear}>
        {t('bulk.clear')}
      </button>
      {publish !== null && (
        <AssignSheet rows={rows} publish={publish} close={() => setPublish(null)} done={clear} />
      )}
    </div>
  );
}

interface SheetProps {
  rows: MeasureRow[];
  publish: boolean;
  close: () => void;
  done: () => void;
}

function AssignSheet({ rows, publish, close, done }: SheetProps) {
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
