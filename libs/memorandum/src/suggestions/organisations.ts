import type { NamedOrganisation } from '#contracts/suggestions';
import { foldInPlace } from '#i18n/fold';
import { type Foldable, wordsAt } from './found.js';

/** An organisation that the installation knows, by every name it goes by. */
export interface KnownOrganisation {
  id: string;
  partyId: string;
  names: readonly string[];
  /** What its government is called in texts: 香港, 渝, Hong Kong. */
  partyNames: readonly string[];
}

interface Name {
  folded: string;
  /** As it is written, for what is known by capitals alone: DoJ, HB. */
  exact: string | null;
  candidates: KnownOrganisation[];
}

const LATIN = /^[\p{Script=Latin}\d]/u;
const isWord = (character: string | undefined) =>
  character !== undefined && /[\p{Script=Latin}\d]/u.test(character);
/** How far before an office's name its government's may stand. */
const NEAR = 12;

/** A list of organisations made ready to be found in any number of texts, in time that does not grow with the list. */
export class OrganisationNames {
  private readonly byBeginning = new Map<string, Name[]>();
  private readonly parties = new Map<string, string[]>();

  constructor(organisations: readonly KnownOrganisation[]) {
    const names = new Map<string, Name>();
    for (const organisation of organisations) {
      const { partyId, partyNames } = organisation;
      this.parties.set(partyId, partyNames.map((name) => foldInPlace(name).text).filter(Boolean));
      for (const written of new Set(organisation.names)) {
        const folded = foldInPlace(written.trim()).text;
        if (folded.length < 2) continue;
        const name = names.get(folded) ?? { folded, exact: null, candidates: [] };
        // "HB" is an office, "hb" is not; "Housing Bureau" is one however it is written.
        if (LATIN.test(folded) && folded.length <= 6 && !folded.includes(' ')) name.exact = written.trim();
        if (!name.candidates.includes(organisation)) name.candidates.push(organisation);
        names.set(folded, name);
      }
    }
    for (const name of names.values()) {
      const beginning = name.folded.slice(0, 2);
      this.byBeginning.set(beginning, [...(this.byBeginning.get(beginning) ?? []), name]);
    }
    for (const list of this.byBeginning.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  }

  /** The longest names first: 香港貿易發展局 is not also 發展局. Each organisation once, where it is first named. */
  in(foldable: Foldable): NamedOrganisation[] {
    const { text } = foldable.folded;
    const found: NamedOrganisation[] = [];
    const named = new Set<string>();
    for (let at = 0; at + 1 < text.length; at += 1) {
      const name = this.byBeginning
        .get(text.slice(at, at + 2))
        ?.find((one) => this.stands(one, foldable, at));
      if (!name) continue;
      const end = at + name.folded.length;
      const candidates = this.meant(name.candidates, text.slice(Math.max(0, at - NEAR), at));
      const key = candidates.map(({ id }) => id).join();
      if (!named.has(key)) {
        named.add(key);
        found.push({
          candidates: candidates.map(({ id, partyId }) => ({ id, partyId })),
          ...wordsAt(foldable, at, end),
        });
      }
      at = end - 1;
    }
    return found;
  }

  private stands({ folded, exact }: Name, foldable: Foldable, at: number): boolean {
    const { text } = foldable.folded;
    const end = at + folded.length;
    if (!text.startsWith(folded, at)) return false;
    if (!LATIN.test(folded)) return true;
    if (isWord(text[at - 1]) || isWord(text[end])) return false;
    return exact === null || wordsAt(foldable, at, end).words === exact;
  }

  /** Of several offices of one name, those whose government was named just before; else all of them. */
  private meant(candidates: KnownOrganisation[], before: string): KnownOrganisation[] {
    if (candidates.length === 1) return candidates;
    const meant = candidates.filter(({ partyId }) =>
      this.parties.get(partyId)?.some((name) => before.includes(name)),
    );
    return meant.length > 0 ? meant : candidates;
  }
}
