import { Link } from 'react-router';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import type { Measure } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed, Written } from '../../signs/content';
import { domainTexts } from '../../signs/light';
import { StatusMark } from '../../signs/status';
import { lineageTexts } from '../lineage/words';
import { documentTexts } from '../meeting/words';

/** The measure in the words of its meeting's other texts, those with more authority first. */
export function OtherTexts({ measure }: { measure: Measure }) {
  const t = useTexts(lineageTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  if (measure.texts.length === 0) return null;
  return (
    <section aria-labelledby="other-texts">
      <h2 id="other-texts" className="as-h3">
        {t('measure.texts')}
      </h2>
      {measure.texts.map((text) => (
        <div key={text.id} className="div-row">
          <p>
            <Signed script={text.script}>{text.text}</Signed>
          </p>
          <p className="meta">
            {text.better && <strong>{t('measure.better')} </strong>}
            {words(`source.${text.source.kind}`)} {text.source.fileName}{' '}
            <span className="num">{formatDate(text.source.adoptedAt, language)}</span>
          </p>
        </div>
      ))}
    </section>
  );
}

/** What came before the measure and after it. */
export function LineageRail({ measure }: { measure: Measure }) {
  const t = useTexts(lineageTexts);
  const language = useLanguage();
  if (measure.lineage.length === 0) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{t('title')}</h2>
      {measure.lineage.map((step) => (
        <div key={step.id} className="div-row">
          <p>
            {step.measure && <span className="meta">{t(`measure.${step.direction}`)} </span>}
            <strong>{t(`relation.${step.relation}`)}</strong>
          </p>
          {step.measure && (
            <>
              <p>
                <span className="num t3">
                  {measureNumber(step.measure.areaOrdinal, step.measure.ordinal, language)}
                </span>{' '}
                <Link className="quiet" to={`/measures/${step.measure.id}`}>
                  <Signed script={step.measure.script}>{step.measure.title}</Signed>
                </Link>
              </p>
              <StatusMark status={step.measure.status} awaitingPartyId={step.measure.awaitingPartyId} />
            </>
          )}
          <p className="meta">
            {t('decidedBy', {
              office: named(step.organisation.name, language),
              date: formatDate(step.decidedAt, language),
            })}
          </p>
        </div>
      ))}
    </section>
  );
}

/** The documents that carry the measure out, signed at its meeting or later. */
export function DocumentsRail({ measure }: { measure: Measure }) {
  const t = useTexts(documentTexts);
  const language = useLanguage();
  if (measure.documents.length === 0) return null;
  return (
    <section aria-labelledby="carried-out">
      <h2 id="carried-out">{t('carriesOut')}</h2>
      {measure.documents.map((document) => (
        <div key={document.id} className="div-row">
          <p>
            <Link className="quiet" to={`/meetings/${document.meetingId}/documents#${document.id}`}>
              <Written>{document.title}</Written>
            </Link>
          </p>
          <p className="meta">
            {t(`state.${document.state}`)}
            {document.signedOn !== null &&
              ` · ${t('signedOn', { date: formatDate(document.signedOn, language) })}`}
          </p>
        </div>
      ))}
    </section>
  );
}
