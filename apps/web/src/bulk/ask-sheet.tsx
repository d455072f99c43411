import { askMany } from '../api/calls';
import { useSession } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { useSideName } from '../signs/side';
import { BulkSheet, type BulkProps } from './bulk-sheet';
import { bulkTexts } from './words';

/** Lets those who are charged with the selected measures be told that an update is wanted. */
export function AskSheet(props: BulkProps) {
  const t = useTexts(bulkTexts);
  const session = useSession();
  const side = useSideName();
  const measureIds = props.chosen.map(({ measureId }) => measureId);
  const count = measureIds.length;
  return (
    <BulkSheet
      {...props}
      title={t('ask.title', { count })}
      count={count}
      who={t('ask.who', { side: side(session.side) })}
      send={t('ask')}
      run={() => askMany({ measureIds })}
    >
      <p>{t('ask.what')}</p>
    </BulkSheet>
  );
}
