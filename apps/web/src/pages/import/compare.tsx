import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { measureNumber } from '#i18n/numbering';
import { attachImport, type Compared, comparisonQuery, type PieceMatch } from '../../api/lineage';
import type { Import } from '../../api/types';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { Signed, Written } from '../../signs/content';
import { lineageTexts } from '../lineage/words';

/** Where the import's meeting is on record already: what of it is there, and how the text can stand beside it. */
export function Compare({ of }: { of: Import }) {
  const open = of.state === 'parsed' || of.state === 'reviewed';
  const query = useQuery({ ...comparisonQuery(of.id, of.version), enabled: open && of.mechanismId !== null });
  if (!query.data?.found) return null;
  return (
    <Beside key={of.version} of={of} found={query.data.found} attachable={query.data.abilities.attach} />
  );
}

/** A choice of the list: a measure, one split off from it, a new one, none. */
const choiceOf = ({ measureId, add }: PieceMatch) =>
  measureId === null ? (add ? 'add' : 'leave') : add ? `part ${measureId}` : measureId;

function chosen(piece: PieceMatch, choice: string): PieceMatch {
  const [first = '', part] = choice.split(' ');
  if (first === 'add' || first === 'leave') return { ...piece, measureId: null, add: first === 'add' };
  return { ...piece, measureId: part ?? first, add: part !== undefined };
}

function Beside({ of, found, attachable }: { of: Import; found: Compared; attachable: boolean }) {
  const t = useTexts(lineageTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [pieces, setPieces] = useState(found.pieces);
  const matched = pieces.filter(({ measureId }) => measureId !== null).length;
  const text = ({ area, ordinal }: PieceMatch) =>
    of.draft.areas.find((each) => each.ordinal === area)?.measures.find((each) => each.ordinal === ordinal)
      ?.text ?? '';
  const attaching = useMutation({
    mutationFn: () =>
      attachImport(of.id, of.version, {
        meetingId: found.meeting.id,
        pieces: pieces.map(({ area, ordinal, measureId, add }) => ({ area, ordinal, measureId, add })),
        documents: found.documents
          .filter(({ documentId }) => documentId === null)
          .map(({ ordinal }) => ordinal),
      }),
    onSuccess: async ({ meetingId }) => {
      tell(t('compare.attached'));
      await cache.invalidateQueries();
      await navigate(`/meetings/${meetingId}/documents`);
    },
  });

  return (
    <section className="sec" aria-labelledby="compare">
      <h2 id="compare">{t('compare.title')}</h2>
      <p className="note">
        {t(`compare.${found.relation}`)}{' '}
        <Link to={`/meetings/${found.meeting.id}`}>
          <Signed script={found.meeting.script}>{found.meeting.title}</Signed>
        </Link>
      </p>
      {pieces.length > 0 && (
        <details className="gap-small" open={found.relation !== 'same_text'}>
          <summary>{t('compare.count', { matched, open: pieces.length - matched })}</summary>
          <ul className="lines">
            {pieces.map((piece, place) => (
              <li key={`${piece.area} ${piece.ordinal} ${found.pieces[place]?.measureId}`}>
                <span className="num t3">{measureNumber(piece.area, piece.ordinal, language)}</span>{' '}
                <Written>{text(piece)}</Written>
                {piece.words.length > 0 && (
                  <p className="meta">
                    {t('common', { words: piece.words.join(language === 'en' ? ', ' : '、') })}
                  </p>
                )}
                <select
                  className="in"
                  aria-label={t('compare.measure')}
                  style={{ maxWidth: '100%' }}
                  disabled={!attachable}
                  value={choiceOf(piece)}
                  onChange={(event) =>
                    setPieces(
                      pieces.map((each, at) => (at === place ? chosen(each, event.target.value) : each)),
                    )
                  }
                >
                  <option value="leave">{t('compare.leave')}</option>
                  <option value="add">{t('compare.add')}</option>
                  {piece.measureId !== null && (
                    <option value={`part ${piece.measureId}`}>{t('compare.part')}</option>
                  )}
                  {found.measures.map((measure) => (
                    <option key={measure.id} value={measure.id}>
                      {measureNumber(measure.areaOrdinal, measure.ordinal, language)} {measure.title}
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
        </details>
      )}
      {attaching.error && <Failure error={attaching.error} kept />}
      {attachable && (
        <div className="foot">
          <p className="who">{bold(t('compare.who'))}</p>
          <button
            type="button"
            className="btn primary"
            disabled={attaching.isPending}
            onClick={() => attaching.mutate()}
          >
            {t('compare.attach')}
          </button>
        </div>
      )}
    </section>
  );
}
