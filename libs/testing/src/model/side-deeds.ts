import { ActionsService } from '#core/actions/actions.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { EvidenceRevision } from '#core/evidence/evidence-revision.entity';
import { EvidenceService } from '#core/evidence/evidence.service';
import { Note } from '#core/notes/note.entity';
import { NotesService } from '#core/notes/notes.service';
import { RequestsService } from '#core/requests/requests.service';
import type { ActionModel, ActionWords, MeasureModel, NoteModel, Person, RequestModel } from './model.js';
import {
  choose,
  coordinates,
  type Deed,
  first,
  type Given,
  type Ground,
  isCharged,
  oneOf,
  own,
  seen,
  share,
  type Trial,
} from './trial.js';

/** Plans and shows what a side carries out: its coordinator, or somebody who is charged. */
const works = (measure: MeasureModel, by: Person) => coordinates(by) || isCharged(measure, by);

/** Something done to an action of one's own side, by somebody who knows its version and may. */
function toAction(
  measure: MeasureModel,
  given: Given,
  by: Person,
  may: (action: ActionModel) => boolean,
  act: (action: ActionModel, version: number) => Promise<unknown>,
  then: (action: ActionModel) => void,
): Trial | null {
  const action = oneOf(measure.actions, given, (each) => by.side === each.side && may(each));
  if (!action) return null;
  return {
    expected: first(
      [by.side !== action.side, 'not_found'],
      [given.stale, 'version_conflict'],
      [!may(action), 'forbidden'],
    ),
    act: () => act(action, seen(action.version, given)),
    then: () => {
      action.version += 1;
      then(action);
    },
  };
}

const wordsOf = ({ bureaux }: Ground, { word, pick, flag }: Given, { side }: Person): ActionWords => ({
  ...{ word, rangeEnd: 2 + (pick % 3), leadId: flag && side !== null ? bureaux[side][0] : null },
  doneOn: pick % 2 ? '2026-11-19' : null,
});
const inputOf = ({ word, rangeEnd, leadId, doneOn }: ActionWords) => ({
  ...{ title: word, range: [0, rangeEnd] as [number, number], leadId, doneOn, internalDueOn: '2026-12-01' },
});
const differ = (one: ActionWords, other: ActionWords) => JSON.stringify(one) !== JSON.stringify(other);

/** A note is read by the author's side, or by the author's office alone; only its author changes it. */
const toNote = (note: NoteModel, given: Given, by: Person) =>
  first(
    [by.side !== note.side || (note.officeOnly && by.office !== note.office), 'not_found'],
    [by.actor.personId !== note.authorId, 'forbidden'],
    [given.stale, 'version_conflict'],
  );

/** What sides do beside their updates: actions, notes, what they ask and answer, what they show. */
export const sideDeeds: Record<string, Deed> = {
  plan(ground, model, measure, given, by) {
    const says = wordsOf(ground, given, by);
    own(model, by, given.word);
    return {
      expected: first([!by.reads, 'not_found'], [!works(measure, by), 'forbidden']),
      act: () => ground.app.get(ActionsService).plan(by.actor, measure.id, inputOf(says)),
      then: (id) =>
        void measure.actions.push({ id: id as string, side: by.side!, version: 1, says, shared: null }),
    };
  },

  changeAction(ground, model, measure, given, by) {
    const says = wordsOf(ground, given, by);
    own(model, by, given.word);
    return toAction(
      ...([measure, given, by, () => works(measure, by)] as const),
      ({ id }, version) => ground.app.get(ActionsService).change(by.actor, id, inputOf(says), version),
      (action) => void (action.says = says),
    );
  },

  removeAction: ({ app }, _, measure, given, by) =>
    given.flag
      ? toAction(
          ...([measure, given, by] as const),
          ({ shared }) => works(measure, by) && shared === null,
          ({ id }, version) => app.get(ActionsService).remove(by.actor, id, version),
          (action) => void measure.actions.splice(measure.actions.indexOf(action), 1),
        )
      : null,

  shareAction: ({ app }, model, measure, given, by) =>
    toAction(
      ...([measure, given, by] as const),
      ({ says, shared }) => coordinates(by) && (shared === null || differ(says, shared)),
      ({ id }, version) => app.get(ActionsService).share(by.actor, id, version),
      (action) => {
        action.shared = action.says;
        share(model, action.says.word);
      },
    ),

  withdrawAction: ({ app }, _, measure, given, by) =>
    toAction(
      ...([measure, given, by] as const),
      ({ shared }) => coordinates(by) && shared !== null,
      ({ id }, version) => app.get(ActionsService).withdraw(by.actor, id, version),
      (action) => void (action.shared = null),
    ),

  writeNote({ app, builder }, model, measure, { word, flag: officeOnly }, by) {
    own(model, by, word, officeOnly ? by.office : null);
    const input = { text: word, mentionIds: [] };
    return {
      expected: first([!by.reads, 'not_found'], [by.side === null, 'forbidden']),
      act: () => app.get(NotesService).write(by.actor, measure.id, officeOnly, input),
      then: async () => {
        const { id } = await builder.source.manager.findOneByOrFail(Note, { text: word });
        const { office, actor } = by;
        measure.notes.push({ id, side: by.side!, office, officeOnly, authorId: actor.personId, version: 1 });
      },
    };
  },

  editNote({ app }, model, measure, given, by) {
    const note = choose(measure.notes, given.pick);
    if (!note) return null;
    own(model, by, given.word, note.officeOnly ? note.office : null);
    const input = { text: given.word, mentionIds: [] };
    return {
      expected: toNote(note, given, by),
      act: () => app.get(NotesService).edit(by.actor, note.id, input, seen(note.version, given)),
      then: () => void (note.version += 1),
    };
  },

  removeNote({ app }, _, measure, given, by) {
    const note = given.flag ? choose(measure.notes, given.pick) : undefined;
    if (!note) return null;
    return {
      expected: toNote(note, given, by),
      act: () => app.get(NotesService).remove(by.actor, note.id, seen(note.version, given)),
      then: () => void measure.notes.splice(measure.notes.indexOf(note), 1),
    };
  },

  draftAnswer({ app }, model, measure, given, by) {
    const request = oneOf(measure.requests, given, ({ state, side }) => state === 'open' && side !== by.side);
    if (!request) return null;
    const before = request.draft?.version ?? 0;
    const answers = by.side !== null && by.side !== request.side && request.state === 'open';
    own(model, by, given.word);
    return {
      expected: first(
        [!by.reads, 'not_found'],
        [!answers || !works(measure, by), 'forbidden'],
        [given.stale, 'version_conflict'],
      ),
      act: () => app.get(RequestsService).draft(by.actor, request.id, given.word, seen(before, given)),
      then: () => void (request.draft = { word: given.word, version: before + 1 }),
    };
  },

  /** What is cleared is the draft as it was read, so the version is that of the draft. */
  clearAnswer({ app }, model, measure, given, by) {
    const request = oneOf(measure.requests, given, (each) => each.state === 'open' && each.draft !== null);
    if (!request) return null;
    const { draft } = request;
    return {
      expected: first(
        [by.side === null, 'not_found'],
        [request.state !== 'open', 'wrong_state'],
        [!coordinates(by) || by.side === request.side, 'forbidden'],
        [draft === null, 'not_found'],
        [given.stale, 'version_conflict'],
      ),
      act: () => app.get(RequestsService).clearAnswer(by.actor, request.id, seen(draft?.version ?? 0, given)),
      then: () => {
        Object.assign(request, { state: 'answered', answer: draft!.word, version: request.version + 1 });
        share(model, draft!.word);
      },
    };
  },

  withdrawRequest({ app }, _, measure, given, by) {
    const open = ({ state, side }: RequestModel) => state === 'open' && side === by.side;
    const request = given.flag ? oneOf(measure.requests, given, open) : undefined;
    if (!request) return null;
    return {
      expected: first(
        [by.side === null, 'not_found'],
        [request.state !== 'open', 'wrong_state'],
        [!coordinates(by) || by.side !== request.side, 'forbidden'],
        [given.stale, 'version_conflict'],
      ),
      act: () => app.get(RequestsService).withdraw(by.actor, request.id, seen(request.version, given)),
      then: () => void Object.assign(request, { state: 'withdrawn', version: request.version + 1 }),
    };
  },

  attach({ app, builder }, model, measure, { word }, by) {
    own(model, by, word);
    const said = { title: word, kind: 'link' as const, documentOn: null, expiresOn: null };
    return {
      expected: first([!by.reads, 'not_found'], [!works(measure, by), 'forbidden']),
      act: () =>
        app
          .get(EvidenceService)
          .attach(by.actor, { of: 'measure', id: measure.id }, said, { url: `https://example.org/${word}` }),
      then: async (made) => {
        const id = made as string;
        const revision = await builder.source.manager.findOneByOrFail(EvidenceRevision, { evidenceId: id });
        const says = { title: word, link: word, state: 'own' as const };
        measure.evidence.push({ id, revisionId: revision.id, side: by.side!, version: 1, ...says });
      },
    };
  },

  retitle({ app }, model, measure, given, by) {
    const evidence = oneOf(measure.evidence, given, ({ side, state }) => side === by.side && state === 'own');
    if (!evidence) return null;
    own(model, by, given.word);
    const { id, version } = evidence;
    return {
      expected: first(
        [by.side !== evidence.side, 'not_found'],
        [given.stale, 'version_conflict'],
        [!works(measure, by), 'forbidden'],
      ),
      act: () => app.get(EvidenceService).change(by.actor, id, { title: given.word }, seen(version, given)),
      then: () => void Object.assign(evidence, { title: given.word, version: version + 1 }),
    };
  },

  /** With the title that was read, and no other. */
  disclose({ app }, model, measure, given, by) {
    const evidence = oneOf(measure.evidence, given, ({ side, state }) => side === by.side && state === 'own');
    if (!evidence) return null;
    const { revisionId, version } = evidence;
    return {
      expected: first(
        [by.side !== evidence.side, 'not_found'],
        [given.stale, 'version_conflict'],
        [!coordinates(by) || evidence.state !== 'own', 'forbidden'],
      ),
      act: () => app.get(DisclosuresService).disclose(by.actor, revisionId, seen(version, given)),
      then: () => {
        evidence.state = 'disclosed';
        share(model, evidence.title, evidence.link);
      },
    };
  },

  /** Its title stays in the joint record, as a tombstone. */
  takeBack({ app }, _, measure, { pick, flag }, by) {
    const evidence = flag ? choose(measure.evidence, pick) : undefined;
    if (!evidence) return null;
    return {
      expected: first(
        [!by.reads || evidence.state === 'own', 'not_found'],
        [!coordinates(by) || by.side !== evidence.side || evidence.state !== 'disclosed', 'forbidden'],
      ),
      act: () => app.get(DisclosuresService).takeBack(by.actor, evidence.revisionId, 'Because.'),
      then: () => void (evidence.state = 'taken_back'),
    };
  },
};
