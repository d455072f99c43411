import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PieceDecision } from '#contracts/decisions';
import type { Draft } from '#contracts/draft';
import { measureNumber } from '#i18n/numbering';
import type { ReviewInput } from '../../api/imports';
import { attachImport, type Compared, comparisonQuery } from '../../api/lineage';
import type { Import } from '../../api/types';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { Signed, Written } from '../../signs/content';
import { lineageTexts } from '../lineage/words';
import { type ComparedPiece, decidedAs, groupOf } from './pieces';

interface Props {
  of: Import;
  input: ReviewInput;
  /** Given where the reader may decide; what he decides is saved as the draft is. */
  change?: ((input: ReviewInput) => void) | undefined;
  flush: () => Promise<Import>;
}

/** Where the import's meeting is on record already: what of it is there, and how the text can stand beside it. */
export function Compare(props: Props) {
  const { data } = useComparison(props.of);
  if (!data?.found) return null;
  return <Beside {...props} found={data.found} attachable={data.abilities.attach} />;
}

export function useComparison({ id, version, state, mechanismId }: Import) {
  const open = state === 'parsed' || state === 'reviewed';
  return useQuery({ ...comparisonQuery(id, version), enabled: open && mechanismId !== null });
}

function Beside({
  input,
  change,
  flush,
  found,
  attachable,
}: Props & { found: Compared; attachable: boolean }) {
  const t = useTexts(lineageTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { draft, decisions } = input;
  const pieces = useMemo(() => decidedAs(found.pieces, decisions), [found.pieces, decisions]);
  const words = useMemo(() => wordsOf(draft), [draft]);
  const matched = pieces.filter(({ measureId }) => measureId !== null);
  const loose = pieces.filter(({ measureId }) => measureId === null);
  const adds = pieces.filter(({ add }) => add).length;
  const documents = found.documents.filter(({ documentId }) => documentId === null);
  const missing =
    found.relation === 'other_version'
      ? found.measures.filter(({ id }) => !matched.some(({ measureId }) => measureId === id))
      : [];
  const attaching = useMutation({
    mutationFn: async () => {
      const { id, version } = await flush();
      return attachImport(id, version, {
        meetingId: found.meeting.id,
        pieces: pieces.map(({ start, measureId, add }) => ({ start, measureId, add })),
        documents: documents.map(({ ordinal }) => ordinal),
      });
    },
    onSuccess: async ({ meetingId }) => {
      tell(t('compare.attached'));
      await cache.invalidateQueries();
      await navigate(`/meetings/${meetingId}/documents`);
    },
  });
  const decide = (start: number, group: PieceDecision[]) =>
    change?.({
      ...input,
      decisions: {
        ...decisions,
        pieces: [...decisions.pieces.filter((each) => each.start !== start), ...group],
      },
    });
  const list = (some: ComparedPiece[]) => (
    <ul className="beside">
      {some.map((piece, at) => (
        <Piece
          key={`${piece.start} ${at}`}
          piece={piece}
          words={words.get(piece.start)}
          measures={found.measures}
          {...(attachable &&
            change && {
              choose: (next: ComparedPiece) => decide(piece.start, groupOf(pieces, piece, next)),
              propose: () => decide(piece.start, []),
            })}
        />
      ))}
    </ul>
  );

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
        <p className="gap-small">
          <strong>{t('compare.count', { matched: matched.length, open: loose.length })}</strong>{' '}
          {adds > 0
            ? t('compare.adds', { count: adds })
            : documents.length === 0 && loose.length === 0 && t('compare.nothing')}
        </p>
      )}
      {loose.length > 0 && (
        <details className="gap-small" open={found.relation !== 'excerpt'}>
          <summary>{t('compare.loose', { count: loose.length })}</summary>
          {list(loose)}
        </details>
      )}
      {matched.length > 0 && (
        <details className="gap-small">
          <summary>{t('compare.matched', { count: matched.length })}</summary>
          {list(matched)}
        </details>
      )}
      {missing.length > 0 && (
        <details className="gap-small">
          <summary>{t('compare.missing', { count: missing.length })}</summary>
          <ul className="lines">
            {missing.map(({ id, areaOrdinal, ordinal, text, script }) => (
              <li key={id}>
                <span className="num t3">{measureNumber(areaOrdinal, ordinal, language)}</span>{' '}
                <Signed script={script}>{text}</Signed>
              </li>
            ))}
          </ul>
        </details>
      )}
      {documents.length > 0 && (
        <>
          <p className="gap-small">{t('compare.documents')}</p>
          <ul className="lines">
            {documents.map(({ ordinal, title }) => (
              <li key={ordinal}>
                <Written>{title}</Written>
              </li>
            ))}
          </ul>
        </>
      )}
      {attaching.error && <Failure error={attaching.error} kept />}
      {attachable && change && (
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

/** The words of each measure and example of a draft, and its number where it has one, by where it begins. */
function wordsOf({ areas, examples }: Draft) {
  const words = new Map<number, { text: string; number: [area: number, ordinal: number] | null }>();
  for (const { ordinal: area, measures } of areas)
    for (const { ordinal, text, range } of measures) words.set(range[0], { text, number: [area, ordinal] });
  for (const { text, range } of examples) words.set(range[0], { text, number: null });
  return words;
}

/** A choice of the list: a measure, one split off from it, a new one, none. */
const choiceOf = ({ measureId, add }: ComparedPiece) =>
  measureId === null ? (add ? 'add' : 'leave') : add ? `part ${measureId}` : measureId;

function chosen(piece: ComparedPiece, choice: string): ComparedPiece {
  const [first = '', part] = choice.split(' ');
  if (first === 'add' || first === 'leave') return { ...piece, measureId: null, add: first === 'add' };
  return { ...piece, measureId: part ?? first, add: part !== undefined };
}

interface PieceProps {
  piece: ComparedPiece;
  words: { text: string; number: [area: number, ordinal: number] | null } | undefined;
  measures: Compared['measures'];
  choose?: (next: ComparedPiece) => void;
  propose?: () => void;
}

/** A piece of this text on the left, what it is to the record on the right. */
function Piece({ piece, words, measures, choose, propose }: PieceProps) {
  const t = useTexts(lineageTexts);
  const language = useLanguage();
  const known = measures.find(({ id }) => id === piece.measureId);
  // An edit that is on its way to the server has moved it.
  if (!words) return null;
  return (
    <li>
      <div>
        <p className="meta">
          {words.number ? (
            <span className="num">{measureNumber(...words.number, language)}</span>
          ) : (
            `${t('compare.example')} · ${t('compare.exampleNote')}`
          )}
        </p>
        <Written>{words.text}</Written>
      </div>
      <div>
        <select
          className="chip"
          aria-label={t('compare.measureOf', { words: words.text.slice(0, 30) })}
          disabled={!choose}
          value={choiceOf(piece)}
          onChange={(event) => choose?.(chosen(piece, event.target.value))}
        >
          <option value="leave">{t('compare.leave')}</option>
          {!piece.example && <option value="add">{t('compare.add')}</option>}
          {piece.measureId !== null && !piece.example && (
            <option value={`part ${piece.measureId}`}>{t('compare.part')}</option>
          )}
          {measures.map((measure) => (
            <option key={measure.id} value={measure.id}>
              {measureNumber(measure.areaOrdinal, measure.ordinal, language)} {measure.title}
            </option>
          ))}
        </select>
        {known && (
          <p className="t2">
            <Signed script={known.script}>{known.text}</Signed>
          </p>
        )}
        {piece.words.length > 0 && (
          <p className="meta">{t('common', { words: piece.words.join(language === 'en' ? ', ' : '、') })}</p>
        )}
        {piece.decided && (
          <p className="meta">
            {t('compare.corrected')}{' '}
            {propose && (
              <button type="button" className="link" onClick={propose}>
                {t('compare.proposed')}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
