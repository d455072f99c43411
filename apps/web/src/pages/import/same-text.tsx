import { Link } from 'react-router';
import type { Import } from '../../api/types';
import { useTexts } from '../../i18n/texts';
import { importTexts, readingTexts } from './words';

/** The same text is there already, in the record or on its way there: a warning that leads to it. */
export function SameText({ same }: { same: Import['same'] }) {
  const t = useTexts(readingTexts);
  const words = useTexts(importTexts);
  if (!same) return null;
  const title = same.title ?? words('untitled');
  return (
    <p className="note warn gap-small" role="status">
      {same.meetingId === null ? t('same.import', { title }) : t('same.meeting', { title })}{' '}
      {same.meetingId === null ? (
        <Link to={`/imports/${same.importId}`}>{t('same.toImport')}</Link>
      ) : (
        <Link to={`/meetings/${same.meetingId}`}>{t('same.toMeeting')}</Link>
      )}
    </p>
  );
}
