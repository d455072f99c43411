import { fileAddress } from '../../api/calls';
import type { Cleared } from '../../api/types';
import { useSize } from '../../forms/size';
import { formatDate } from '../../i18n/dates';
import { named } from '#i18n/language';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { measureTexts } from './words';

export type DisclosedFile = Pick<
  Cleared['evidence'][number],
  'id' | 'title' | 'fileName' | 'url' | 'bytes' | 'takenBack'
>;

/** Evidence as both sides meet it; of what was taken back, who did and why. */
export function DisclosedFiles({ files }: { files: DisclosedFile[] }) {
  const t = useTexts(measureTexts);
  const language = useLanguage();
  const size = useSize();
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
            <a href={fileAddress(file.id)} download={file.fileName ?? file.title}>
              {file.fileName}
            </a>
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
