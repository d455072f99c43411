import type { ImportAbility, Refusal } from '#contracts/abilities';
import type { ImportState } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { abilitiesOf, ruled } from '#core/ruling';
import { type Obstacle, obstacles } from './draft-check.js';
import type { Import } from './import.entity.js';
import { canChange, canDiscard } from './import.policy.js';

/** How an import stands: what is between it and its adoption, and what this reader may do with it. */
export interface Standing {
  state: ImportState;
  version: number;
  obstacles: Obstacle[];
  abilities: Record<ImportAbility, boolean>;
  refusals: Partial<Record<ImportAbility, Refusal>>;
}

export function standing(
  actor: Actor,
  row: Pick<Import, 'partyId' | 'state' | 'version' | 'draft' | 'mechanismId'>,
): Standing {
  const { state, version } = row;
  const edit = canChange(actor, row);
  const missing = obstacles(row.draft, row.mechanismId);
  const adopt = ruled(edit, [missing.length === 0, 'incomplete']);
  const discard = canDiscard(actor, row);
  return { state, version, obstacles: missing, ...abilitiesOf({ edit, discard, adopt }) };
}
