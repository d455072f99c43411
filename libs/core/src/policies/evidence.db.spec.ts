import { evidenceStates, updateStates } from '#contracts/status';
import { Action } from '#core/actions/action.entity';
import { sharedOf } from '#core/actions/action.policy';
import { SharedAction } from '#core/actions/shared-action.entity';
import { DisclosedEvidence } from '#core/evidence/disclosed-evidence.entity';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { EvidenceRevision } from '#core/evidence/evidence-revision.entity';
import { Evidence } from '#core/evidence/evidence.entity';
import { canAttach, canDisclose, canTakeBack, canTend, type Place } from '#core/evidence/evidence.policy';
import { EvidenceReads } from '#core/evidence/evidence.reads';
import { EvidenceService } from '#core/evidence/evidence.service';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import type { Actor } from '#core/people/actor';
import type { Organisation } from '#core/people/organisation.entity';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import { Update } from '#core/updates/update.entity';
import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { acts, reads, who, whose } = ground;

const places = ['update', 'action', 'measure', 'signed_document'] as const;
const deeds = ['attach', 'change', 'revise', 'remove', 'disclose', 'takeBack'] as const;
/** How the newest revision stands in the joint record. */
const standings = ['private', 'disclosed', 'takenBack'] as const;

interface Given {
  office: Organisation;
  lead: Organisation;
  assigned: boolean;
  updateState: (typeof updateStates)[number];
  shared: boolean;
}

/** Something to hang evidence on: its id, its columns in a row of evidence, and how the policy sees it for somebody. */
async function place(of: (typeof places)[number], { office, lead, assigned, updateState, shared }: Given) {
  const { builder, ours, meeting } = ground;
  const rows = builder.source.manager;
  const id = uuid();
  const nowhere = { measureId: null, updateId: null, actionId: null, signedDocumentId: null };
  const { id: mechanismId } = ours;
  if (of === 'signed_document') {
    const words = {
      title: 'Arrangement',
      parties: [],
      signedOn: null,
      state: 'signed' as const,
      fulfils: [],
    };
    const [{ next }] = await builder.source.query<[{ next: number }]>(
      'select count(*)::int + 1 as next from signed_document',
    );
    await rows.insert(SignedDocument, {
      ...{ id, mechanismId, meetingId: meeting.id, ordinal: next, version: 1, ...words },
    });
    return { id, columns: { ...nowhere, signedDocumentId: id }, as: (): Place => ({ of, sides: ours }) };
  }
  const measure = await builder.measure(meeting, { text: 'Lists are exchanged.' });
  const { id: measureId } = measure;
  if (assigned) {
    await builder.assignment(measure, lead);
    // What the other side has published is nobody's charge on this one.
    const beyond = ground.offices.slice(0, 4).find(({ partyId }) => partyId !== lead.partyId)!;
    await builder.assignment(measure, beyond, { publishedAt: new Date(), supportingIds: [office.id] });
  }
  const charge = (actor: Actor) =>
    !assigned || !acts(actor)
      ? null
      : actor.side === lead.partyId
        ? { partyId: lead.partyId, leadId: lead.id, supportingIds: [] }
        : {
            partyId: actor.side!,
            leadId: ground.offices.slice(0, 4).find(({ partyId }) => partyId === actor.side)!.id,
            supportingIds: [office.id],
          };
  const on = { ...nowhere, measureId };
  if (of === 'measure')
    return {
      id: measureId,
      columns: on,
      as: (actor: Actor): Place => ({ of, sides: ours, assignment: charge(actor) }),
    };
  const { partyId } = office;
  if (of === 'update') {
    const author = ground.actors.find(({ organisationId }) => organisationId === office.id)!;
    const said = { status: 'ongoing' as const, text: 'Words', nextStep: null, correctsId: null };
    const row = { id, mechanismId, measureId, partyId, organisationId: office.id, ...said };
    const state = updateState;
    const update = { ...row, authorId: author.personId, state, createdAt: new Date(), version: 1 };
    await rows.insert(Update, update);
    if (state === 'cleared') await rows.insert(ClearedUpdate, { ...row, clearedAt: new Date() });
    return { id, columns: { ...on, updateId: id }, as: (): Place => ({ of, update }) };
  }
  const action: Action = {
    ...{ id, mechanismId, measureId, partyId, version: 1, title: 'Lists' },
    ...{ words: 'Lists', rangeStart: 0, rangeEnd: 5, leadId: null, doneOn: null, internalDueOn: null },
  };
  await rows.insert(Action, action);
  if (shared) {
    const row = { id, mechanismId, measureId, partyId, ...sharedOf(action) };
    await rows.insert(SharedAction, { ...row, sharedAt: new Date(), withdrawnAt: null });
  }
  const as = (actor: Actor): Place => ({ of, sides: ours, assignment: charge(actor), shared });
  return { id, columns: { ...on, actionId: id }, as };
}

it(
  'lets people attach, change, disclose and take back evidence as the policy says and the screen shows',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, whose, fc.boolean(), fc.boolean()] as const),
        ...([fc.constantFrom(...places), fc.constantFrom(...updateStates)] as const),
        ...([fc.constantFrom(...evidenceStates, 'available' as const, 'available' as const)] as const),
        ...([fc.constantFrom(...standings), fc.constantFrom(...deeds)] as const),
        async (actorOf, officeOf, leadOf, assigned, shared, of, updateState, state, standing, deed) => {
          const [actor, office, lead] = [actorOf(), officeOf(), leadOf()];
          const where = await place(of, { office, lead, assigned, updateState, shared });
          const rows = ground.builder.source.manager;
          const { partyId, id: organisationId } = office;
          const { personId } = ground.actors.find((each) => each.organisationId === office.id)!;
          const [id, revisionId, mechanismId] = [uuid(), uuid(), ground.ours.id];
          const said = { title: 'A list', kind: 'report' as const, documentOn: null, expiresOn: null };
          const evidence = { id, mechanismId, partyId, organisationId, ...where.columns, ...said };
          await rows.insert(Evidence, {
            ...{ ...evidence, createdById: personId, createdAt: new Date(), version: 1 },
          });
          const url = 'https://example.org/';
          const content = state === 'available' ? { url } : { givenName: 'a', fileName: 'a', bytes: 1 };
          const revision = { id: revisionId, mechanismId, partyId, evidenceId: id, ordinal: 1, state };
          await rows.insert(EvidenceRevision, {
            ...{ ...revision, ...content, organisationId, uploadedById: personId, uploadedAt: new Date() },
          });
          const ready =
            state === 'available' &&
            (of !== 'update' || updateState === 'cleared') &&
            (of !== 'action' || shared);
          const disclosed = standing !== 'private' && ready;
          const takenBackAt = disclosed && standing === 'takenBack' ? new Date() : null;
          if (disclosed) {
            const { updateId: clearedUpdateId, ...hanging } = where.columns;
            await rows.insert(DisclosedEvidence, {
              ...{
                id: revisionId,
                evidenceId: id,
                mechanismId,
                partyId,
                clearedUpdateId,
                ...hanging,
                ...said,
              },
              ...{ url: takenBackAt ? null : url, disclosedAt: new Date(), takenBackAt, scanned: false },
              ...(takenBackAt && { takenBackById: organisationId, takenBackReason: 'Because.' }),
            });
          }

          const at = where.as(actor);
          const attaches = canAttach(actor, at);
          const tends = canTend(actor, at);
          const discloses = canDisclose(actor, revision, at, disclosed);
          const takesBack = disclosed && canTakeBack(actor, { partyId, takenBackAt });
          const visible = actor.side === partyId;
          const service = core.app.get(EvidenceReads);
          const view = await shown<{ abilities: object; revisions: { abilities: object }[] }>(
            service.one(actor, id),
          );
          expect(view && { ...view.abilities, newest: view.revisions[0]!.abilities }).toEqual(
            visible
              ? {
                  ...{ change: tends, revise: tends, remove: attaches && !disclosed },
                  newest: { remove: attaches && !disclosed, disclose: discloses, takeBack: takesBack },
                }
              : null,
          );
          if (of === 'measure' || of === 'signed_document') {
            const all = await shown<{
              abilities: object;
              own: { id: string }[];
              disclosed: { id: string; abilities: object }[];
            }>(service.of(actor, of, where.id));
            expect(all).toEqual(
              reads(actor)
                ? {
                    abilities: { attach: attaches },
                    own: visible ? [expect.objectContaining({ id })] : [],
                    disclosed: disclosed
                      ? [expect.objectContaining({ id: revisionId, abilities: { takeBack: takesBack } })]
                      : [],
                  }
                : null,
            );
          }

          const pieces = core.app.get(EvidenceService);
          const disclosures = core.app.get(DisclosuresService);
          const tried = {
            attach: () => pieces.attach(actor, { of, id: where.id }, said, { url }),
            change: () => pieces.change(actor, id, { title: 'Another' }, 1),
            revise: () => pieces.revise(actor, id, { url }),
            remove: () => pieces.remove(actor, id, 1),
            disclose: () => disclosures.disclose(actor, revisionId, 1),
            takeBack: () => disclosures.takeBack(actor, revisionId, 'Because.'),
          };
          const there = {
            ...{ change: visible, revise: visible, remove: visible, disclose: visible },
            attach: of === 'measure' || of === 'signed_document' ? reads(actor) : visible,
            takeBack: disclosed && reads(actor),
          };
          const may = {
            ...{ attach: attaches, change: tends, revise: tends, remove: attaches },
            ...{ disclose: discloses, takeBack: takesBack },
          };
          const expected = !there[deed]
            ? 'not_found'
            : !may[deed]
              ? 'forbidden'
              : deed === 'remove' && disclosed
                ? 'evidence_disclosed'
                : 'done';
          expect(await outcome(tried[deed]())).toBe(expected);
        },
      ),
      { numRuns: 250 * times },
    );
  },
  patience,
);
