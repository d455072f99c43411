import type { Draft, DraftArea, Range } from '#contracts/draft';
import type { Confidence, NamedOrganisation, Suggestions } from '#contracts/suggestions';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { foldInPlace } from '#i18n/fold';
import type { Trilingual } from '#i18n/language';
import { type KnownOrganisation, OrganisationNames } from '#memorandum/suggestions/organisations';
import { confidenceOf, suggest } from '#memorandum/suggestions/suggest';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { besideOf, type Due, dueIn } from './said-of.js';

/** Of the draft's measure that has this range. */
export interface MeasureSuggestions extends Omit<Suggestions, 'due'> {
  of: Range;
  confidence: Confidence;
  /** As the cell of its row has it, or its own words. */
  due: Due | null;
  /** Who carries it out, as it says beside the measure, and which of the installation's organisations that is. */
  leads: { words: string; candidates: NamedOrganisation['candidates'] }[];
  /** How far it is, as it says beside the measure. */
  status: string | null;
}

type Rest = Omit<Draft, 'areas'>;

interface Row {
  id: string;
  partyId: string;
  name: Trilingual;
  short: Trilingual;
  aliases: string[];
  party: Trilingual;
  mark: Trilingual;
}

/** What a draft's measures suggest. Made of its words whenever it is asked, and stored nowhere: it follows every edit. */
@Injectable()
export class SuggestionsReads {
  constructor(private readonly db: Db) {}

  /** Of the measures of one area, by where it begins; of all where none is named. */
  async of(
    actor: Actor,
    importId: string,
    areaAt: number | null = null,
  ): Promise<{ items: MeasureSuggestions[] }> {
    const {
      draft,
      areas,
      text,
      organisations: rows,
    } = found(
      await this.db.readOne<{ draft: Rest; areas: DraftArea[]; text: string; organisations: Row[] }>(
        actor,
        `select (select coalesce(json_agg(area), '[]') from jsonb_array_elements(i.draft -> 'areas') area
             where $2::int is null or (area #>> '{range,0}')::int = $2) as areas,
           -- Only the rows of a table are looked up in the text.
           i.draft - 'areas' as draft, case when i.draft ? 'table' then i.text else '' end as text,
           (select coalesce(json_agg(json_build_object('id', o.id, 'partyId', o.party_id, 'name', o.name,
             'short', o.short, 'aliases', o.aliases, 'party', p.name, 'mark', p.mark)), '[]')
           from organisation o join party p on p.id = o.party_id left join mechanism m on m.id = i.mechanism_id
           where m.id is null or o.party_id in (m.left_party_id, m.right_party_id)) as organisations
         from import i where i.id = $1`,
        [importId, areaAt],
      ),
    );
    const organisations = new OrganisationNames(rows.map(known));
    const { date: heldOn } = draft.meeting;
    return {
      items: areas.flatMap(({ title: heading, measures }) =>
        measures.map((measure) => {
          const suggestions = suggest(measure.text, { heading, heldOn, organisations });
          const { leads, status } = besideOf(text, draft, measure);
          return {
            ...{ of: measure.range, confidence: confidenceOf(measure, suggestions), ...suggestions, status },
            due: dueIn(text, draft, measure),
            leads: leads.map((words) => ({
              words,
              candidates: organisations
                .in({ text: words, folded: foldInPlace(words) })
                .flatMap(({ candidates }) => candidates),
            })),
          };
        }),
      ),
    };
  }
}

const every = ({ hant, hans, en }: Trilingual) => [hant, hans, en];
/** What is left of a government's name when it stands before an office's: 香港特別行政區政府 is 香港 there. */
const PLACE = /(?:特[別别]行政[區区])?(?:[省市]?(?:人民)?政府)?$/;

function known({ id, partyId, name, short, aliases, party, mark }: Row): KnownOrganisation {
  const partyNames = [...every(party), ...every(party).map((one) => one.replace(PLACE, '')), ...every(mark)];
  return { id, partyId, partyNames, names: [...every(name), ...every(short), ...aliases] };
}
