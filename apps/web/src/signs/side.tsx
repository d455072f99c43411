import { useQuery } from '@tanstack/react-query';
import { named } from '#i18n/language';
import { mechanismsQuery, useSession } from '../api/queries';
import type { Party } from '../api/types';
import { useLanguage, useTexts } from '../i18n/texts';
import { domainTexts } from './light';

/** All governments the reader can meet, by id. */
export function useParties() {
  const { data } = useQuery(mechanismsQuery);
  const session = useSession();
  const parties = new Map<string, Party>([[session.party.id, session.party]]);
  for (const mechanism of data?.items ?? []) for (const side of mechanism.sides) parties.set(side.id, side);
  return parties;
}

/** 港方, or Hong Kong side. */
export function useSideName() {
  const t = useTexts(domainTexts);
  const language = useLanguage();
  return (party: Party | null | undefined) =>
    party ? t('side.name', { mark: named(party.mark, language), name: named(party.name, language) }) : '';
}

/** One character in a frame; sides never have a colour. */
export function SideBadge({ party }: { party: Party | undefined }) {
  const language = useLanguage();
  const side = useSideName();
  if (!party) return null;
  return (
    <span className="sd" title={side(party)}>
      <span aria-hidden="true">{named(party.mark, language)}</span>
      <span className="sr">{side(party)}</span>
    </span>
  );
}

export function BothBadge({ sides }: { sides: Party[] }) {
  const language = useLanguage();
  const t = useTexts(domainTexts);
  return (
    <span className="sd both">
      {sides.map((party) => (
        <i key={party.id} aria-hidden="true">
          {named(party.mark, language)}
        </i>
      ))}
      <span className="sr">{t('side.both')}</span>
    </span>
  );
}
