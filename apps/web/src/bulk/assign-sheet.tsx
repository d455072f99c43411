import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { named } from '#i18n/language';
import { assignMany } from '../api/calls';
import { organisationsQuery, useSession } from '../api/queries';
import { Picker } from '../forms/picker';
import { useLanguage, useTexts } from '../i18n/texts';
import { useSideName } from '../signs/side';
import { BulkSheet, type BulkProps } from './bulk-sheet';
import { assignmentsOf } from './chosen';
import { bulkTexts } from './words';

/** One lead for all that are selected. */
export function AssignSheet({ publish, ...props }: BulkProps & { publish: boolean }) {
  const t = useTexts(bulkTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const [leadId, setLeadId] = useState<string | null>(null);
  const { data } = useQuery(organisationsQuery(session.party.id));
  const measures = assignmentsOf(props.chosen);
  const count = measures.length;
  return (
    <BulkSheet
      {...props}
      title={t('assign.title', { count })}
      count={count}
      who={publish ? t('assign.whoPublish') : t('assign.whoPrivate', { side: side(session.side) })}
      send={publish ? t('publish') : t('assign')}
      run={leadId === null ? null : () => assignMany({ measures, leadId, publish })}
    >
      <Picker
        label={t('assign.lead')}
        placeholder={t('assign.placeholder')}
        options={(data?.items ?? []).map((one) => ({ value: one.id, label: named(one.name, language) }))}
        value={leadId}
        onChange={setLeadId}
      />
    </BulkSheet>
  );
}
