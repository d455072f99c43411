import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Range } from '#contracts/draft';
import { named } from '#i18n/language';
import { organisationsQuery, suggestionsQuery } from '../../api/queries';
import type { Import } from '../../api/types';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { suggestionTexts } from './words';

interface Props {
  of: Import;
  range: Range;
  /** Where its area begins. */
  areaAt: number;
  /** Whether the coordinator decided that its words are no deadline. */
  refused: boolean;
  /** Given where the reader may decide it. */
  refuse?: ((refused: boolean) => void) | undefined;
}

/** What the words of one measure suggest, each with the words; nothing of a measure that was changed and not yet saved. */
export function Suggested({ of: { id, version }, range, areaAt, refused, refuse }: Props) {
  const t = useTexts(suggestionTexts);
  const { data } = useQuery(suggestionsQuery(id, version, areaAt));
  const found = data?.items.find(({ of }) => of[0] === range[0] && of[1] === range[1]);
  if (!found) return null;
  const { due, term, theme, verb, organisations, actions, confidence, leads, status } = found;
  return (
    <div className="suggested" role="gridcell">
      <p className="meta">{t('title')}</p>
      {confidence !== 'high' && (
        <p className="unsure">{t('unsure', { how: t(`confidence.${confidence}`) })}</p>
      )}
      <dl>
        {due && (
          <Line
            name={t('due')}
            value={refused ? <s>{t(`due.${due.kind}`)}</s> : t(`due.${due.kind}`)}
            words={due.words}
            note={refused ? t('due.refused') : t('due.kept')}
          >
            {refuse && (
              <button type="button" className="link" onClick={() => refuse(!refused)}>
                {refused ? t('due.take') : t('due.refuse')}
              </button>
            )}
          </Line>
        )}
        {leads.map((lead) => (
          <Line key={lead.words} name={t('lead')} value={<Lead {...lead} />} />
        ))}
        {status !== null && <Line name={t('status')} value={<Written>{status}</Written>} />}
        <Line name={t('term')} value={t(`term.${term.value}`)} words={term.words?.words} />
        {theme && (
          <Line
            name={t('theme')}
            value={t(`theme.${theme.value}`)}
            words={theme.words?.words}
            note={theme.words ? undefined : t('fromHeading')}
          />
        )}
        {verb && <Line name={t('verb')} value={t(`verb.${verb.value}`)} words={verb.words} />}
        {organisations.length > 0 && (
          <Line
            name={t('organisations')}
            value={organisations.map((one) => (
              <Organisation key={one.range[0]} {...one} />
            ))}
          />
        )}
        {actions.length > 0 && (
          <Line
            name={t('actions')}
            value={
              <ol>
                {actions.map(({ words, range: [start] }) => (
                  <li key={start}>
                    <Written>{words}</Written>
                  </li>
                ))}
              </ol>
            }
          />
        )}
      </dl>
    </div>
  );
}

interface LineProps {
  name: string;
  value: ReactNode;
  /** Those it rests on. */
  words?: string | undefined;
  note?: string | undefined;
  children?: ReactNode;
}

function Line({ name, value, words, note, children }: LineProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value}
        {words !== undefined && (
          <>
            {' '}
            <q>
              <Written>{words}</Written>
            </q>
          </>
        )}
        {note !== undefined && <span className="meta"> {note}</span>} {children}
      </dd>
    </>
  );
}

interface OrganisationProps {
  words: string;
  candidates: { id: string; partyId: string }[];
}

/** Who carries it out, as it says beside the measure, and who that is on the register of organisations. */
function Lead({ words, candidates }: { words: string; candidates: { id: string }[] }) {
  const language = useLanguage();
  const { data } = useQuery(organisationsQuery(undefined));
  const known = candidates
    .flatMap(({ id }) => data?.items.find((one) => one.id === id) ?? [])
    .map(({ name }) => named(name, language))
    .filter((name) => name !== words);
  return (
    <>
      <Written>{words}</Written>
      {known.length > 0 && <span className="meta"> {known.join(language === 'en' ? ', ' : '、')}</span>}
    </>
  );
}

/** By its name on the register of organisations, whatever the text calls it. */
function Organisation({ words, candidates }: OrganisationProps) {
  const t = useTexts(suggestionTexts);
  const language = useLanguage();
  const { data } = useQuery(organisationsQuery(undefined));
  const known = candidates
    .flatMap(({ id }) => data?.items.find((one) => one.id === id) ?? [])
    .map(({ name }) => named(name, language))
    .filter((name, _, all) => name !== words || all.length > 1);
  return (
    <span className="one">
      <Written>{words}</Written>
      {known.length > 0 && (
        <span className="meta">
          {' '}
          {known.join(' / ')}
          {known.length > 1 && ` (${t('either')})`}
        </span>
      )}
    </span>
  );
}
