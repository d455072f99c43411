import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { publishImport } from '../../api/imports';
import type { Import } from '../../api/types';
import { DayField } from '../../forms/day-field';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { readingTexts } from './words';

interface Props {
  /** What the text says of its day: "昨日". */
  words: string;
  published: string | null;
  flush: () => Promise<Import>;
  take: (next: Import) => void;
}

/** A text that says "yesterday" is asked when it was published; the meeting's date follows, and nothing else changes. */
export function Published({ words, published, flush, take }: Props) {
  const t = useTexts(readingTexts);
  const language = useLanguage();
  const [day, setDay] = useState(published);
  const reading = useMutation({
    mutationFn: async (publishedOn: string) => {
      const { id, version } = await flush();
      return publishImport(id, version, publishedOn);
    },
    onSuccess: (next) => {
      take(next);
      const { date } = next.draft.meeting;
      tell(date === null ? t('published.none') : t('published.done', { date: formatDate(date, language) }));
    },
  });
  return (
    <form
      className="note warn asked"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null) reading.mutate(day);
      }}
    >
      <p>
        <strong>{t('published.ask', { words })}</strong>
      </p>
      <div className="row wrap end">
        <DayField label={t('published')} value={day} onChange={setDay} />
        <button type="submit" className="btn" disabled={day === null || reading.isPending}>
          {t('published.read')}
        </button>
      </div>
      <p className="meta">{t('published.note')}</p>
      {reading.error && <Failure error={reading.error} kept />}
    </form>
  );
}
