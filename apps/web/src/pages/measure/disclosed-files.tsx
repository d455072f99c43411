import type { Cleared } from '../../api/types';
import { FileName } from '../../evidence/file-name';
import { useSize } from '../../forms/size';
import { formatDate } from '../../i18n/dates';
import { named } from '#i18n/language';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { measureTexts } from './words';

export type DisclosedFile = Pick<
  Cleared['evidence'][number],
  'id' | 'title' | 'fileName' | 'mediaType' | 'url' | 'bytes' | 'takenBack'
>;

const viewed = ({ id, title, fileName, mediaType, bytes }: DisclosedFile) => ({
  ...{ id, mediaType, bytes, name: fileName ?? title },
});

/** Evidence as both sides meet it; of what was taken back, who did and why. */
export function DisclosedFiles({ files }: { files: DisclosedFile[] }) {
  const t = useTexts(measureTexts);
  const language = useLanguage();
  const size = useSize();
  const there = files.filter(({ url, takenBack }) => url === null && !takenBack);
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id} className="file">
          <Icon name="clip" />
          {file.takenBack ? (
            <span>
              <s>{file.fileName ?? file.title}</s>{' '}
              <span className="meta">
                {t('timeline.takenBack', {
                  office: named(file.takenBack.by.short, language),
                  date: formatDate(file.takenBack.at, language),
                })}{' '}
                <Written>{file.takenBack.reason}</Written>
              </span>
            </span>
          ) : file.url === null ? (
            <FileName file={viewed(file)} among={there.map(viewed)} />
          ) : (
            <a href={file.url} target="_blank" rel="noreferrer">
              {file.title}
            </a>
          )}
          {file.bytes !== null && <span className="meta num">{size(file.bytes)}</span>}
        </li>
      ))}
    </ul>
  );
}
