import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { DocumentState } from '#contracts/status';
import { changeDocument } from '../../api/calls';
import { meetingQuery } from '../../api/queries';
import { useReread } from '../../api/reread';
import type { Meeting } from '../../api/types';
import { EvidenceOfDocument } from '../../evidence/of-document';
import { Act } from '../../forms/act';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed, Written } from '../../signs/content';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { AddDocument } from './add-document';
import { LinkMeasures } from './link-measures';
import { useMeasureName } from './measure-name';
import { documentTexts } from './words';

export type SignedDocument = Meeting['documents'][number];

/** What was signed beside the measures, at the meeting or later: what has become of it, and what it carries out. */
export function Documents({ meeting }: { meeting: Meeting }) {
  const t = useTexts(documentTexts);
  const [adding, setAdding] = useState(false);
  const refusal = meeting.refusals['followUpDocuments'];
  const { hash } = useLocation();
  // The document that a link names is there only once the meeting has been read.
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <section className="sec" aria-labelledby="documents">
      <div className="sec-h">
        <h2 id="documents">{t('title')}</h2>
        {refusal !== 'observer' && (
          <span className="push no-print">
            <Act className="btn sm" refusal={refusal} onClick={() => setAdding(true)}>
              {t('add')}
            </Act>
          </span>
        )}
      </div>
      {meeting.documents.length === 0 ? (
        <p className="t2">{t('none')}</p>
      ) : (
        <ol className="papers">
          {meeting.documents.map((paper) => (
            <Paper key={paper.id} meeting={meeting} document={paper} />
          ))}
        </ol>
      )}
      {adding && <AddDocument meeting={meeting} close={() => setAdding(false)} />}
    </section>
  );
}

function Paper({ meeting, document }: { meeting: Meeting; document: SignedDocument }) {
  const t = useTexts(documentTexts);
  const language = useLanguage();
  const [linking, setLinking] = useState(false);
  const nameOf = useMeasureName(meeting);
  const { id, title, parties, signedOn, state, next, fulfils } = document;
  const change = useDocumentChange(meeting, document);
  return (
    <li id={id}>
      <div className="row start">
        <p className="paper">
          <span className="num t3">{document.ordinal}</span>
          <Written>{title}</Written>
        </p>
        <span className="push">
          {meeting.abilities.followUpDocuments ? (
            <select
              className="chip"
              aria-label={t('state', { title })}
              value={state}
              disabled={change.isPending}
              onChange={(event) => {
                const chosen = next.find((one) => one === event.target.value);
                if (chosen) change.mutate({ state: chosen });
              }}
            >
              {[state, ...next].map((one) => (
                <option key={one} value={one}>
                  {t(`state.${one}`)}
                </option>
              ))}
            </select>
          ) : (
            <span className="t2">{t(`state.${state}`)}</span>
          )}
        </span>
      </div>
      <div className="of">
        <p className="meta">
          {signedOn === null ? t('atMeeting') : t('signedOn', { date: formatDate(signedOn, language) })}
          {parties.length > 0 && (
            <>
              {language === 'en' ? ' · ' : '　'}
              {t('parties', { parties: parties.join(language === 'en' ? ', ' : '、') })}
            </>
          )}
        </p>
        {fulfils.length > 0 && (
          <>
            <p className="meta">{t('fulfils')}</p>
            <ul>
              {fulfils.map((measure) => (
                <li key={measure.measureId}>
                  <Link className="quiet" to={`/measures/${measure.measureId}`}>
                    <span className="num t3">{nameOf(measure)}</span>{' '}
                    <Signed script={measure.script}>{measure.title}</Signed>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        {meeting.abilities.followUpDocuments && (
          <p className="no-print">
            <button type="button" className="link" onClick={() => setLinking(true)}>
              {t('link')}
            </button>
          </p>
        )}
        <EvidenceOfDocument meeting={meeting} document={document} />
        {change.error && <Failure error={change.error} />}
      </div>
      {linking && <LinkMeasures meeting={meeting} document={document} close={() => setLinking(false)} />}
    </li>
  );
}

function useDocumentChange(meeting: Meeting, { id, version }: SignedDocument) {
  const t = useTexts(documentTexts);
  const cache = useQueryClient();
  const reread = useReread();
  return useMutation({
    mutationFn: (change: { state: DocumentState }) => changeDocument(id, version, change),
    onSuccess: async (changed) => {
      cache.setQueryData(meetingQuery(meeting.id).queryKey, changed);
      tell(t('changed'));
      await reread();
    },
    // What the other side made of it meanwhile shows beside the words that say so.
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meeting.id).queryKey }),
  });
}
