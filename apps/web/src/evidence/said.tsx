import type { Evidence } from '../api/types';
import { formatDate } from '../i18n/dates';
import { useLanguage, useTexts } from '../i18n/texts';
import { Written } from '../signs/content';
import { domainTexts } from '../signs/light';
import { evidenceTexts } from './words';

/** What is said of a piece of evidence, and the file or address that it is of. */
export function Said({
  piece: { title, kind, documentOn, expiresOn, revisions },
}: {
  piece: Pick<Evidence, 'title' | 'kind' | 'documentOn' | 'expiresOn' | 'revisions'>;
}) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const [revision] = revisions;
  const day = (date: string) => formatDate(date, language);
  return (
    <>
      <p>
        <strong>
          <Written>{title}</Written>
        </strong>
      </p>
      {revision && <p className="meta">{revision.fileName ?? revision.url}</p>}
      <p className="row wrap meta">
        <span>{words(`evidenceKind.${kind}`)}</span>
        {documentOn !== null && <span>{t('own.documentOn', { date: day(documentOn) })}</span>}
        {expiresOn !== null && <span>{t('own.expiresOn', { date: day(expiresOn) })}</span>}
      </p>
    </>
  );
}
