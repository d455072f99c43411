import { Action } from '#core/actions/action.entity';
import { stands } from '#core/actions/action.policy';
import { SharedAction } from '#core/actions/shared-action.entity';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { found } from '#core/problem';
import { Update } from '#core/updates/update.entity';
import type { Tx } from '#platform/db';
import type { Evidence } from './evidence.entity.js';
import type { Place } from './evidence.policy.js';

/** What a new piece of evidence is to hang on. */
export type PlaceOf =
  | { of: 'update'; id: string }
  | { of: 'action'; id: string }
  | { of: 'measure'; id: string }
  | { of: 'signed_document'; id: string };

type Columns = Pick<Evidence, 'mechanismId' | 'measureId' | 'updateId' | 'actionId' | 'signedDocumentId'>;

/** The place that is named, for the policy, and its columns in a row of evidence. An update is locked: what it holds is counted. */
export async function placeOf(tx: Tx, { of, id }: PlaceOf): Promise<{ place: Place; columns: Columns }> {
  const nowhere = { measureId: null, updateId: null, actionId: null, signedDocumentId: null };
  if (of === 'update') {
    const update = found(await tx.lock(Update, id));
    const { mechanismId, measureId } = update;
    return { place: { of, update }, columns: { ...nowhere, mechanismId, measureId, updateId: id } };
  }
  if (of === 'action' || of === 'measure') {
    const action = of === 'action' ? found(await tx.manager.findOneBy(Action, { id })) : null;
    const measureId = action?.measureId ?? id;
    const { mechanismId } = found(await tx.manager.findOneBy(Measure, { id: measureId }));
    const sides = found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }));
    const assignment = await tx.manager.findOneBy(Assignment, { measureId });
    const columns = { ...nowhere, mechanismId, measureId, actionId: action?.id ?? null };
    if (of === 'measure') return { place: { of, sides, assignment }, columns };
    const shared = stands(await tx.manager.findOneBy(SharedAction, { id }));
    return { place: { of, sides, assignment, shared }, columns };
  }
  const { mechanismId } = found(await tx.manager.findOneBy(SignedDocument, { id }));
  const sides = found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }));
  return { place: { of, sides }, columns: { ...nowhere, mechanismId, signedDocumentId: id } };
}

/** Where a piece of evidence hangs. */
export async function placeOfEvidence(
  tx: Tx,
  { updateId, actionId, measureId, signedDocumentId }: Columns,
): Promise<Place> {
  const named: PlaceOf = updateId
    ? { of: 'update', id: updateId }
    : actionId
      ? { of: 'action', id: actionId }
      : measureId
        ? { of: 'measure', id: measureId }
        : { of: 'signed_document', id: signedDocumentId! };
  return (await placeOf(tx, named)).place;
}
