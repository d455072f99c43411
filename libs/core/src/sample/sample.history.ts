import type { Range } from '#contracts/draft';
import type { ActionsService } from '#core/actions/actions.service';
import { addDays, type CalendarDate, dateOf, weekdayOf } from '#core/calendar/calendar-date';
import { Confirmation } from '#core/confirmations/confirmation.entity';
import type { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDateChange } from '#core/due-dates/due-date-change.entity';
import type { DueDatesService } from '#core/due-dates/due-dates.service';
import type { ChecksService } from '#core/evidence/checks.service';
import { EvidenceRevision } from '#core/evidence/evidence-revision.entity';
import { Evidence } from '#core/evidence/evidence.entity';
import type { EvidenceService } from '#core/evidence/evidence.service';
import type { UploadsService } from '#core/evidence/uploads.service';
import type { MeasuresService } from '#core/measures/measures.service';
import type { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import { Request } from '#core/requests/request.entity';
import type { RequestsService } from '#core/requests/requests.service';
import type { UpdatesService } from '#core/updates/updates.service';
import type { Db } from '#platform/db';
import { Readable } from 'node:stream';
import { In } from 'typeorm';
import type {
  SampleAction,
  SampleCharge,
  SampleCompletion,
  SampleDueDate,
  SampleMeasure,
  SampleNote,
  SampleSide,
  SampleUpdate,
} from './sample.meetings.js';

/** Something that happened at an instant, done through the service that a person would have used. */
export interface Event {
  at: Date;
  happen: () => Promise<void>;
}

export interface Services {
  db: Db;
  measures: MeasuresService;
  updates: UpdatesService;
  dueDates: DueDatesService;
  confirmations: ConfirmationsService;
  actions: ActionsService;
  notes: NotesService;
  requests: RequestsService;
  evidence: EvidenceService;
  uploads: UploadsService;
  checks: ChecksService;
}

/** The people and offices of one side, found by the sample's keys. */
export interface Side {
  organisation: (key: string) => string;
  coordinator: Actor;
  officer: (organisationKey: string) => Actor;
  manager: (organisationKey: string) => Actor;
}

interface Place {
  services: Services;
  sides: Record<SampleSide, Side>;
  today: CalendarDate;
}

/** Days from the adoption of a memorandum to the first assignments. */
const assignedAfter = { hk: 9, other: 12 };

/** All that happened to a measure since its adoption; to be sorted by time with that of the others. */
export function historyOf(
  place: Place,
  measureId: string,
  measure: SampleMeasure,
  adoptedOn: CalendarDate,
): Event[] {
  const events: Event[] = [];
  for (const side of ['hk', 'other'] as const) {
    const charge = measure[side];
    if (!charge) continue;
    const on = addDays(adoptedOn, assignedAfter[side]);
    events.push(...assignment(place, side, measureId, charge, on));
    for (const update of measure.updates.filter((each) => each.side === side)) {
      events.push(...told(place, measureId, charge.lead, update));
      const answering = measure[side === 'hk' ? 'other' : 'hk'];
      if (update.answer && answering)
        events.push(answered(place, measureId, update, update.answer, answering.lead));
    }
    for (const action of measure.actions.filter((each) => each.side === side))
      events.push(...carriedOut(place, measureId, charge.lead, measure.text, action));
    for (const note of measure.notes.filter((each) => each.side === side))
      events.push(noted(place, measureId, charge.lead, note));
  }
  for (const change of measure.dueDates) events.push(...dueDate(place, measureId, change));
  for (const completion of measure.completions) events.push(...completed(place, measureId, completion));
  return events;
}

function assignment(
  { services: { measures }, sides, today }: Place,
  side: SampleSide,
  measureId: string,
  { lead, supporting = [], published, internalIn }: SampleCharge,
  on: CalendarDate,
): Event[] {
  const { coordinator, organisation } = sides[side];
  const input = {
    leadId: organisation(lead),
    supportingIds: supporting.map(organisation),
    officerIds: [],
    internalDueOn: internalIn === undefined ? null : addDays(today, internalIn),
  };
  const assign = { at: at(on, '09:20'), happen: () => measures.assign(coordinator, measureId, input, 0) };
  if (published === false) return [assign];
  const publish = {
    at: at(on, '17:05'),
    happen: () => measures.publishAssignment(coordinator, measureId, 1),
  };
  return [assign, publish];
}

/** An update from its first words to the state that it has reached, over a few days. */
function told(place: Place, measureId: string, lead: string, update: SampleUpdate): Event[] {
  const { services, sides, today } = place;
  const { updates } = services;
  const side = sides[update.side];
  const officer = side.officer(lead);
  const { status, text, next: nextStep, state, request = null } = update;
  let id = '';
  let version = 1;

  const draft = async () => {
    id = await updates.draft(officer, measureId, { status, text, nextStep, request });
    if (update.file) await attach(services, officer, id, update.file);
  };
  const step = (work: () => Promise<void>) => async () => {
    await work();
    version += 1;
  };
  const submit = step(() => updates.submit(officer, id, version));
  const last = {
    draft: null,
    submitted: null,
    endorsed: step(() => updates.endorse(side.manager(lead), id, version)),
    returned: step(() => updates.return(side.coordinator, id, update.reason ?? '', version)),
    cleared: step(async () =>
      updates.clear(side.coordinator, id, await filesOf(services, officer, id), version),
    ),
  }[state];

  const day = (before: number) => addDays(today, -update.ago - before);
  if (state === 'draft') return [{ at: at(day(0), '10:10'), happen: draft }];
  const waited = last ? 2 : 0;
  const events = [
    { at: at(day(waited + 1), '09:40'), happen: draft },
    { at: at(day(waited), '11:30'), happen: submit },
  ];
  return last ? [...events, { at: at(day(0), '15:15'), happen: last }] : events;
}

async function attach(
  services: Services,
  officer: Actor,
  updateId: string,
  [name, content]: [string, string],
) {
  const { db, evidence, uploads, checks } = services;
  const bytes = Buffer.from(content);
  const words = { title: null, kind: 'report', documentOn: null, expiresOn: null } as const;
  const file = { name, bytes: bytes.length };
  const evidenceId = await evidence.attach(officer, { of: 'update', id: updateId }, words, file);
  const { id } = await db.withActor(officer, (tx) =>
    tx.manager.findOneByOrFail(EvidenceRevision, { evidenceId }),
  );
  await uploads.receive(officer, id, Readable.from([bytes]));
  await checks.check(id);
}

/** Revisions of the update's evidence. */
async function filesOf({ db }: Services, officer: Actor, updateId: string): Promise<string[]> {
  return db.withActor(officer, async (tx) => {
    const evidence = await tx.manager.findBy(Evidence, { updateId });
    const of = In(evidence.map(({ id }) => id));
    return (await tx.manager.findBy(EvidenceRevision, { evidenceId: of })).map(({ id }) => id);
  });
}

/** The other side's lead drafts what its coordinator then clears. */
function answered(
  { services: { db, requests }, sides, today }: Place,
  measureId: string,
  { side }: SampleUpdate,
  { ago, text }: NonNullable<SampleUpdate['answer']>,
  lead: string,
): Event {
  const { officer, coordinator } = sides[side === 'hk' ? 'other' : 'hk'];
  const happen = async () => {
    const open = await db.withActor(coordinator, (tx) =>
      tx.manager.findOneByOrFail(Request, { measureId, state: 'open' }),
    );
    await requests.draft(officer(lead), open.id, text, 0);
    await requests.clearAnswer(coordinator, open.id, 1);
  };
  return { at: at(addDays(today, -ago), '11:45'), happen };
}

function carriedOut(
  { services: { actions }, sides, today }: Place,
  measureId: string,
  lead: string,
  text: string,
  action: SampleAction,
): Event[] {
  const side = sides[action.side];
  const officer = side.officer(lead);
  const start = text.indexOf(action.words);
  const input = {
    ...{ title: action.title, range: [start, start + action.words.length] as Range, doneOn: null },
    leadId: action.lead === undefined ? null : side.organisation(action.lead),
    internalDueOn: action.internalIn === undefined ? null : addDays(today, action.internalIn),
  };
  let id = '';
  let version = 1;
  const on = (ago: number, time: string, work: () => Promise<unknown>): Event => ({
    at: at(addDays(today, -ago), time),
    happen: async () => {
      await work();
      version += 1;
    },
  });
  const plan = async () => {
    id = await actions.plan(officer, measureId, input);
  };
  const events: Event[] = [{ at: at(addDays(today, -action.ago), '09:55'), happen: plan }];
  if (action.done !== undefined) {
    // The day on which it is told, which is none of a weekend.
    const doneOn = dateOf(at(addDays(today, -action.done), '17:20'));
    events.push(on(action.done, '17:20', () => actions.change(officer, id, { ...input, doneOn }, version)));
  }
  if (action.shared !== undefined)
    events.push(on(action.shared, '17:40', () => actions.share(side.coordinator, id, version)));
  return events;
}

function noted(
  { services: { notes }, sides, today }: Place,
  measureId: string,
  lead: string,
  { side, ago, by, note, names }: SampleNote,
): Event {
  const { officer, coordinator } = sides[side];
  const [author, other] = by === 'officer' ? [officer(lead), coordinator] : [coordinator, officer(lead)];
  const mentionIds = names ? [other.personId] : [];
  const happen = () => notes.write(author, measureId, false, { text: note, mentionIds });
  return { at: at(addDays(today, -ago), '10:25'), happen };
}

function dueDate(
  place: Place,
  measureId: string,
  { by, ago, in: days, reason, answer }: SampleDueDate,
): Event[] {
  const { services, sides, today } = place;
  const { db, dueDates } = services;
  const other = by === 'hk' ? 'other' : 'hk';
  const dueOn = weekday(addDays(today, days));
  const propose = {
    at: at(addDays(today, -ago), '14:25'),
    happen: () => dueDates.propose(sides[by].coordinator, measureId, dueOn, reason),
  };
  if (!answer) return [propose];
  const answered = async () => {
    const { coordinator } = sides[other];
    const open = await db.withActor(coordinator, (tx) =>
      tx.manager.findOneByOrFail(DueDateChange, { measureId, state: 'proposed' }),
    );
    await dueDates.answer(
      coordinator,
      open.id,
      answer.agreed ? 'agree' : 'decline',
      answer.reason ?? null,
      open.version,
    );
  };
  return [propose, { at: at(addDays(today, -answer.ago), '16:40'), happen: answered }];
}

function completed(
  { services: { db, confirmations }, sides, today }: Place,
  measureId: string,
  { proposedBy, ago, reason, confirmed }: SampleCompletion,
): Event[] {
  const propose = {
    at: at(addDays(today, -ago), '10:40'),
    happen: () => confirmations.propose(sides[proposedBy].coordinator, measureId, 'completion', reason),
  };
  if (confirmed === undefined) return [propose];
  const { coordinator } = sides[proposedBy === 'hk' ? 'other' : 'hk'];
  const confirm = async () => {
    const open = await db.withActor(coordinator, (tx) =>
      tx.manager.findOneByOrFail(Confirmation, { measureId, state: 'proposed' }),
    );
    await confirmations.answer(coordinator, open.id, 'confirm', null, open.version);
  };
  return [propose, { at: at(addDays(today, -confirmed), '16:10'), happen: confirm }];
}

/** A time of day in Hong Kong, on a weekday. */
export function at(date: CalendarDate, time: string): Date {
  return new Date(`${weekday(date)}T${time}:00+08:00`);
}

/** The Friday before where the day falls on a weekend. */
function weekday(date: CalendarDate): CalendarDate {
  const day = weekdayOf(date);
  return addDays(date, day === 0 ? -2 : day === 6 ? -1 : 0);
}
