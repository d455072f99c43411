import type { UpdateState } from '#contracts/status';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { AttachService } from '#core/imports/attach.service';
import { ChecksService } from '#core/evidence/checks.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { type EvidenceInput, EvidenceService } from '#core/evidence/evidence.service';
import type { PlaceOf } from '#core/evidence/places';
import { UploadsService } from '#core/evidence/uploads.service';
import { ImportsReads } from '#core/imports/imports.reads';
import { ImportsService } from '#core/imports/imports.service';
import { ReadingsService } from '#core/imports/readings.service';
import { MechanismsService } from '#core/mechanisms/mechanisms.service';
import { LineageReads } from '#core/lineage/lineage.reads';
import { LineageService } from '#core/lineage/lineage.service';
import type { Measure } from '#core/measures/measure.entity';
import { MeasuresService } from '#core/measures/measures.service';
import { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import { PeopleService } from '#core/people/people.service';
import { RemindersService } from '#core/reminders/reminders.service';
import { ReportsService } from '#core/reports/reports.service';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { RequestsService } from '#core/requests/requests.service';
import { UpdatesService } from '#core/updates/updates.service';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import type { RandomWorld, Side, Step } from './random-world.js';

/**
 * Does something as one side; false where there was nothing to do it to. What ends something waits for the flag, so
 * that not everything is over too soon.
 */
type Deed = (world: RandomWorld, side: Side, step: Step) => Promise<boolean>;

const choose = <T>(from: readonly T[], pick: number): T | undefined => from[pick % from.length];

const measureOf = (world: RandomWorld, { mechanismIds }: Side, pick: number): Measure =>
  choose(
    world.measures.filter(({ mechanismId }) => mechanismIds.includes(mechanismId)),
    pick,
  )!;

interface UpdateRow {
  id: string;
  version: number;
  organisationId: string;
  mechanismId: string;
}

async function updateIn(world: RandomWorld, { party }: Side, pick: number, ...states: UpdateState[]) {
  const rows = await world.rows<UpdateRow>(
    `select id, version, organisation_id as "organisationId", mechanism_id as "mechanismId" from "update"
     where party_id = $1 and state = any($2) order by id`,
    [party.id, states],
  );
  return choose(rows, pick);
}

const officerOf = ({ officers, bureaux }: Side, organisationId: string): Actor =>
  organisationId === bureaux[1].id ? officers[1] : officers[0];

/** An update's texts, each a canary; most ask something of the other side. */
const wordsOf = (word: () => string, other: number) => ({
  ...{
    text: word(),
    nextStep: word(),
    difficulties: word(),
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
  },
  request: other % 4 ? word() : null,
});

interface RequestRow {
  id: string;
  measureId: string;
  mechanismId: string;
  version: number;
  /** Of what the side means to answer; 0 where it has written nothing yet. */
  draft: number;
}

/** What is asked of a side, or what it asks, and has no answer yet. */
async function requestIn(world: RandomWorld, side: Side, pick: number, whose: 'theirs' | 'ours') {
  const rows = await world.rows<RequestRow>(
    `select r.id, r.measure_id as "measureId", r.mechanism_id as "mechanismId", r.version, coalesce(w.version, 0) as draft
     from request r left join request_answer w on w.request_id = r.id and w.party_id = $1
     where r.state = 'open' and r.mechanism_id = any($2) and (r.party_id = $1) = $3 order by r.id`,
    [side.party.id, side.mechanismIds, whose === 'ours'],
  );
  return choose(rows, pick);
}

interface NoteRow {
  id: string;
  version: number;
  authorId: string;
  mechanismId: string;
  officeOnly: boolean;
}

async function noteOf(world: RandomWorld, { party }: Side, pick: number) {
  const rows = await world.rows<NoteRow>(
    `select id, version, author_id as "authorId", mechanism_id as "mechanismId", office_only as "officeOnly" from note
     where party_id = $1 order by id`,
    [party.id],
  );
  return choose(rows, pick);
}

const authorOf = ({ officers, coordinator, manager }: Side, personId: string): Actor =>
  [...officers, coordinator, manager].find((actor) => actor.personId === personId)!;

/** A small memorandum between parties that it does not name well enough to find their mechanism. */
const memorandum = (word: () => string, ordinal: number) => `甲乙高層會晤暨甲乙合作會議第${ordinal}次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在香港舉行甲乙高層會晤暨甲乙合作會議第${ordinal}次會議，商定${word()}。

附件

甲乙合作會議第${ordinal}次會議同意的具體合作措施

一、金融

1. 支持兩地金融機構互設分支，推行${word()}。

2. 定期舉行監管會晤，籌備${word()}。

二、教育

1. 鼓勵兩地學校結為姊妹學校。
`;

async function openImport(world: RandomWorld, { party }: Side, pick: number) {
  const rows = await world.rows<{ id: string }>(
    `select id from import where party_id = $1 and state in ('parsed', 'reviewed') order by id`,
    [party.id],
  );
  return choose(rows, pick)?.id;
}

const described = (word: () => string): EvidenceInput => ({
  ...{ title: word(), kind: 'report', documentOn: '2026-11-02', expiresOn: null },
});

const newestRevision = async (world: RandomWorld, evidenceId: string) =>
  (
    await world.rows<{ id: string }>(
      'select id from evidence_revision where evidence_id = $1 order by ordinal desc limit 1',
      [evidenceId],
    )
  )[0]!.id;

/** Attaches a file whole, or a link. @returns its revision */
async function attached(
  world: RandomWorld,
  actor: Actor,
  place: PlaceOf,
  word: () => string,
  { pick, link }: { pick: number; link: boolean },
): Promise<string> {
  // Both sides, and one side twice, may have the same bytes; nobody is told of the other side's.
  const text = pick % 4 === 0 ? 'What everybody says.' : `A file that says ${word()}.`;
  const content = link
    ? { url: `https://example.org/${word()}` }
    : { name: `${word()}.txt`, bytes: Buffer.byteLength(text) };
  const id = await world.app.get(EvidenceService).attach(actor, place, described(word), content);
  const revision = await newestRevision(world, id);
  if (!link) {
    await world.app.get(UploadsService).receive(actor, revision, Readable.from([Buffer.from(text)]));
    await world.app.get(ChecksService).check(revision);
  }
  return revision;
}

/** What stays on its side. */
export const privateDeeds: Record<string, Deed> = {
  async assign(world, side, { pick, other, flag }) {
    const measure = measureOf(world, side, pick);
    const [lead, unit] = flag ? side.bureaux : [side.bureaux[1], side.bureaux[0]];
    const [row] = await world.rows<{ version: number }>(
      'select version from assignment where measure_id = $1 and party_id = $2',
      [measure.id, side.party.id],
    );
    const internalDueOn =
      other % 3 === 0
        ? null
        : world.canaries.date({ partyId: side.party.id, mechanismId: measure.mechanismId });
    const input = {
      leadId: lead.id,
      supportingIds: other % 2 ? [unit.id] : [],
      officerIds: other % 5 === 0 ? [officerOf(side, lead.id).personId] : [],
      internalDueOn,
    };
    await world.app.get(MeasuresService).assign(side.coordinator, measure.id, input, row?.version ?? 0);
    return true;
  },

  async draft(world, side, { pick, other, status }) {
    const { id: measureId, mechanismId } = measureOf(world, side, pick);
    const officer = side.officers[other % 2]!;
    const owner = { partyId: side.party.id, mechanismId };
    const key = uuid();
    const id = await world.app
      .get(UpdatesService)
      .draft(officer, measureId, { ...wordsOf(() => world.canaries.text(owner, key), other), status });
    world.canaries.rename(key, id);
    return true;
  },

  async edit(world, side, { pick, other, status }) {
    const update = await updateIn(world, side, pick, 'draft', 'returned');
    if (!update) return false;
    const { id, version, organisationId, mechanismId } = update;
    const owner = { partyId: side.party.id, mechanismId };
    // All words are new, so that nothing written before is shared with them.
    world.canaries.forget(id);
    const words = wordsOf(() => world.canaries.text(owner, id), other);
    await world.app
      .get(UpdatesService)
      .edit(officerOf(side, organisationId), id, { ...words, status }, version);
    return true;
  },

  async submit(world, side, { pick }) {
    const update = await updateIn(world, side, pick, 'draft', 'returned');
    if (!update) return false;
    const officer = officerOf(side, update.organisationId);
    await world.app.get(UpdatesService).submit(officer, update.id, update.version);
    return true;
  },

  async endorse(world, side, { pick }) {
    const update = await updateIn(world, side, pick, 'submitted');
    if (!update) return false;
    await world.app.get(UpdatesService).endorse(side.manager, update.id, update.version);
    return true;
  },

  async return(world, side, { pick }) {
    const update = await updateIn(world, side, pick, 'submitted', 'endorsed');
    if (!update) return false;
    const reason = world.canaries.text({ partyId: side.party.id, mechanismId: update.mechanismId });
    await world.app.get(UpdatesService).return(side.coordinator, update.id, reason, update.version);
    return true;
  },

  async withdraw(world, side, { pick, flag }) {
    const update = flag ? await updateIn(world, side, pick, 'draft', 'returned') : undefined;
    if (!update) return false;
    const officer = officerOf(side, update.organisationId);
    await world.app.get(UpdatesService).withdraw(officer, update.id, update.version);
    return true;
  },

  async attach(world, side, { pick, other }) {
    const update = await updateIn(world, side, pick, 'draft', 'returned');
    if (!update) return false;
    const owner = { partyId: side.party.id, mechanismId: update.mechanismId };
    const key = uuid();
    const word = () => world.canaries.text(owner, key);
    const officer = officerOf(side, update.organisationId);
    const place = { of: 'update', id: update.id } as const;
    const revision = await attached(world, officer, place, word, { pick, link: other % 5 === 0 });
    world.canaries.rename(key, revision);
    return true;
  },

  async attachToPlace(world, side, { pick, other, flag }) {
    const measure = measureOf(world, side, pick);
    const owner = { partyId: side.party.id, mechanismId: measure.mechanismId };
    const key = uuid();
    const word = () => world.canaries.text(owner, key);
    const documents = await world.rows<{ id: string }>(
      'select id from signed_document where mechanism_id = $1 order by id',
      [measure.mechanismId],
    );
    const document = choose(documents, pick);
    const place: PlaceOf =
      flag && document ? { of: 'signed_document', id: document.id } : { of: 'measure', id: measure.id };
    const revision = await attached(world, side.coordinator, place, word, { pick, link: other % 5 === 0 });
    world.canaries.rename(key, revision);
    return true;
  },

  /** An upload that is begun and never finished. */
  async announce(world, side, { pick, flag }) {
    const measure = measureOf(world, side, pick);
    const word = () => world.canaries.text({ partyId: side.party.id, mechanismId: measure.mechanismId });
    const file = { name: `${word()}.txt`, bytes: 1000 + pick };
    const place = { of: 'measure', id: measure.id } as const;
    const evidence = world.app.get(EvidenceService);
    const id = await evidence.attach(side.coordinator, place, described(word), file);
    if (flag) await evidence.remove(side.coordinator, id);
    return true;
  },

  async revise(world, side, { pick }) {
    const rows = await world.rows<{ id: string; mechanismId: string }>(
      `select id, mechanism_id as "mechanismId" from evidence where party_id = $1 and update_id is null order by id`,
      [side.party.id],
    );
    const row = choose(rows, pick);
    if (!row) return false;
    const { id, mechanismId } = row;
    const key = uuid();
    const word = () => world.canaries.text({ partyId: side.party.id, mechanismId }, key);
    const { version } = (
      await world.rows<{ version: number }>('select version from evidence where id = $1', [id])
    )[0]!;
    const evidence = world.app.get(EvidenceService);
    // The title is new, so that nothing is shared with the revision that was written under another.
    await evidence.change(side.coordinator, id, { title: word() }, version);
    await evidence.revise(side.coordinator, id, { url: `https://example.org/${word()}` });
    world.canaries.rename(key, await newestRevision(world, id));
    return true;
  },

  async detach(world, side, { pick, flag }) {
    if (!flag) return false;
    const [row] = await world.rows<{ id: string; organisationId: string }>(
      `select e.id, u.organisation_id as "organisationId" from evidence e join "update" u on u.id = e.update_id
       where e.party_id = $1 and u.state in ('draft', 'returned') order by e.id desc offset $2 limit 1`,
      [side.party.id, pick % 2],
    );
    if (!row) return false;
    await world.app.get(EvidenceService).remove(officerOf(side, row.organisationId), row.id);
    return true;
  },

  async draftAnswer(world, side, { pick }) {
    const request = await requestIn(world, side, pick, 'theirs');
    if (!request) return false;
    const subject = `answer ${request.id}`;
    world.canaries.forget(subject);
    const text = world.canaries.text({ partyId: side.party.id, mechanismId: request.mechanismId }, subject);
    await world.app.get(RequestsService).draft(side.coordinator, request.id, text, request.draft);
    return true;
  },

  async tellOfRequest(world, side, { pick }) {
    const request = await requestIn(world, side, pick, 'theirs');
    if (!request) return false;
    await world.app.get(RequestsService).tell(side.coordinator, request.id);
    return true;
  },

  async note(world, side, { pick, other, flag }) {
    const { id, mechanismId } = measureOf(world, side, pick);
    const author = choose([...side.officers, side.coordinator, side.manager], other)!;
    const colleagues = [side.manager, side.officers[0], side.coordinator].filter(
      ({ organisationId }) => !flag || organisationId === author.organisationId,
    );
    const office = flag ? { officeId: author.organisationId } : {};
    const text = world.canaries.text({ partyId: side.party.id, mechanismId, ...office });
    const named = colleagues.filter((_, at) => (other >> at) & 1).map(({ personId }) => personId);
    await world.app.get(NotesService).write(author, id, flag, { text, mentionIds: named });
    return true;
  },

  async rewriteNote(world, side, { pick, other }) {
    const note = await noteOf(world, side, pick);
    if (!note) return false;
    const { id, version, mechanismId, officeOnly } = note;
    const author = authorOf(side, note.authorId);
    const office = officeOnly ? { officeId: author.organisationId } : {};
    const text = world.canaries.text({ partyId: side.party.id, mechanismId, ...office });
    const mentionIds = other % 2 ? [author.personId] : [];
    await world.app.get(NotesService).edit(author, id, { text, mentionIds }, version);
    return true;
  },

  async removeNote(world, side, { pick, flag }) {
    const note = flag ? await noteOf(world, side, pick) : undefined;
    if (!note) return false;
    await world.app.get(NotesService).remove(authorOf(side, note.authorId), note.id, note.version);
    return true;
  },

  async tellOfNote(world, side, { pick, other }) {
    const rows = await world.rows<{ id: string; personId: string }>(
      `select id, person_id as "personId" from mention where party_id = $1 and seen_at is null order by id`,
      [side.party.id],
    );
    const mention = choose(rows, pick);
    if (!mention) return false;
    const reader = authorOf(side, mention.personId);
    await world.app.get(NotesService).tell(reader, mention.id);
    if (other % 2) await world.app.get(NotesService).see(reader, mention.id);
    return true;
  },

  async import(world, side, { pick, other }) {
    const mechanismId = choose(side.mechanismIds, pick)!;
    const owner = { partyId: side.party.id, mechanismId };
    const key = uuid();
    const word = () => world.canaries.text(owner, key);
    const content = Buffer.from(memorandum(word, 1 + (other % 99)));
    const id = await world.app.get(ImportsService).parse(side.coordinator, `${word()}.txt`, content);
    world.canaries.rename(key, id);
    const { draft, version } = await world.app.get(ImportsReads).one(side.coordinator, id);
    const reviewed = { draft, mechanismId, kind: 'annex' as const };
    await world.app.get(ImportsService).review(side.coordinator, id, reviewed, version);
    return true;
  },

  async discard(world, side, { pick, flag }) {
    const id = flag ? await openImport(world, side, pick) : undefined;
    if (!id) return false;
    const { version } = await world.app.get(ImportsReads).one(side.coordinator, id);
    await world.app.get(ReadingsService).discard(side.coordinator, id, version);
    return true;
  },

  async report(world, side, { pick, flag, other }) {
    const meeting = choose(
      world.meetings.filter(({ mechanismId }) => side.mechanismIds.includes(mechanismId)),
      pick,
    )!;
    const reader = other % 2 ? side.manager : side.coordinator;
    const reports = world.app.get(ReportsService);
    const id = await reports.request(reader, meeting.id, flag ? 'joint' : 'side', 'en');
    if (other % 4) await reports.build(reader, id);
    return true;
  },

  async remind(world, side) {
    const due = await world.rows<{ id: string; personId: string }>(
      `select id, person_id as "personId" from reminder where party_id = $1 and state = 'queued'`,
      [side.party.id],
    );
    for (const { id, personId } of due) {
      await world.app
        .get(PeopleService)
        .as(personId, (actor) => world.app.get(RemindersService).send(actor, id));
    }
    return due.length > 0;
  },
};

/** What moves something into the joint record, and what the programs do for all sides at once. */
export const sharingDeeds: Record<string, Deed> = {
  async publish(world, side, { pick }) {
    const rows = await world.rows<{ measureId: string; version: number }>(
      'select measure_id as "measureId", version from assignment where party_id = $1 order by id',
      [side.party.id],
    );
    const row = choose(rows, pick);
    if (!row) return false;
    await world.app.get(MeasuresService).publishAssignment(side.coordinator, row.measureId, row.version);
    return true;
  },

  async clear(world, side, { pick, flag }) {
    const update = await updateIn(world, side, pick, 'submitted', 'endorsed');
    if (!update) return false;
    const evidence = await world.rows<{ id: string }>(
      `select r.id from evidence_revision r join evidence e on e.id = r.evidence_id
       where e.update_id = $1 and r.state = 'available' order by r.id`,
      [update.id],
    );
    const disclosed = evidence.map(({ id }) => id).filter((_, at) => (at + pick) % 2 === 0 || flag);
    await world.app.get(UpdatesService).clear(side.coordinator, update.id, disclosed, update.version);
    for (const subject of [update.id, ...disclosed]) world.canaries.share(subject);
    return true;
  },

  async clearAnswer(world, side, { pick }) {
    const request = await requestIn(world, side, pick, 'theirs');
    if (!request?.draft) return false;
    await world.app.get(RequestsService).clearAnswer(side.coordinator, request.id, request.draft);
    world.canaries.share(`answer ${request.id}`);
    return true;
  },

  async withdrawRequest(world, side, { pick, other, flag }) {
    const request = flag && other % 2 ? await requestIn(world, side, pick, 'ours') : undefined;
    if (!request) return false;
    await world.app.get(RequestsService).withdraw(side.coordinator, request.id, request.version);
    return true;
  },

  async disclose(world, side, { pick }) {
    const rows = await world.rows<{ id: string }>(
      `select r.id from evidence_revision r join evidence e on e.id = r.evidence_id
       where r.party_id = $1 and r.state = 'available' and e.update_id is null
         and not exists (select from disclosed_evidence d where d.id = r.id)
         and not exists (select from evidence_revision l where l.evidence_id = e.id and l.ordinal > r.ordinal) order by r.id`,
      [side.party.id],
    );
    const row = choose(rows, pick);
    if (!row) return false;
    await world.app.get(DisclosuresService).disclose(side.coordinator, row.id);
    world.canaries.share(row.id);
    return true;
  },

  async takeBack(world, side, { pick, flag }) {
    const rows = await world.rows<{ id: string; mechanismId: string }>(
      `select id, mechanism_id as "mechanismId" from disclosed_evidence
       where party_id = $1 and taken_back_at is null order by id`,
      [side.party.id],
    );
    const row = flag ? choose(rows, pick) : undefined;
    if (!row) return false;
    const subject = uuid();
    const reason = world.canaries.text({ partyId: side.party.id, mechanismId: row.mechanismId }, subject);
    await world.app.get(DisclosuresService).takeBack(side.coordinator, row.id, reason);
    world.canaries.share(subject);
    return true;
  },

  async propose(world, side, { pick, other }) {
    const { id, mechanismId } = measureOf(world, side, pick);
    const subject = uuid();
    const reason = world.canaries.text({ partyId: side.party.id, mechanismId }, subject);
    const dueOn = `2027-0${(other % 9) + 1}-15`;
    await world.app.get(DueDatesService).propose(side.coordinator, id, dueOn, reason);
    world.canaries.share(subject);
    return true;
  },

  async answer(world, side, { pick, other }) {
    const rows = await world.rows<{ id: string; version: number; partyId: string; mechanismId: string }>(
      `select id, version, party_id as "partyId", mechanism_id as "mechanismId" from due_date_change
       where state = 'proposed' and mechanism_id = any($1) order by id`,
      [side.mechanismIds],
    );
    const change = choose(rows, pick);
    if (!change) return false;
    const { id, version, partyId, mechanismId } = change;
    const action = partyId === side.party.id ? 'withdraw' : other % 2 ? 'agree' : 'decline';
    const subject = uuid();
    const reason =
      action === 'decline' ? world.canaries.text({ partyId: side.party.id, mechanismId }, subject) : null;
    await world.app.get(DueDatesService).answer(side.coordinator, id, action, reason, version);
    world.canaries.share(subject);
    return true;
  },

  async proposeWhole(world, side, { pick, other }) {
    const { id, mechanismId } = measureOf(world, side, pick);
    const subject = uuid();
    const reason = world.canaries.text({ partyId: side.party.id, mechanismId }, subject);
    const kind = other % 3 ? 'completion' : 'drop';
    await world.app.get(ConfirmationsService).propose(side.coordinator, id, kind, reason);
    world.canaries.share(subject);
    return true;
  },

  async answerWhole(world, side, { pick, other }) {
    const rows = await world.rows<{ id: string; version: number; partyId: string; mechanismId: string }>(
      `select id, version, party_id as "partyId", mechanism_id as "mechanismId" from confirmation
       where state = 'proposed' and mechanism_id = any($1) order by id`,
      [side.mechanismIds],
    );
    const confirmation = choose(rows, pick);
    if (!confirmation) return false;
    const { id, version, partyId, mechanismId } = confirmation;
    const action = partyId === side.party.id ? 'withdraw' : other % 2 ? 'confirm' : 'decline';
    const subject = uuid();
    const reason =
      action === 'decline' ? world.canaries.text({ partyId: side.party.id, mechanismId }, subject) : null;
    await world.app.get(ConfirmationsService).answer(side.coordinator, id, action, reason, version);
    world.canaries.share(subject);
    return true;
  },

  async light(world, side, { pick, other }) {
    const id = choose(side.mechanismIds, pick)!;
    const [row] = await world.rows<{ version: number }>('select version from mechanism where id = $1', [id]);
    const thresholds = { warningDays: 1 + (other % 60), freshnessDays: 1 + (pick % 300) };
    await world.app.get(MechanismsService).setThresholds(side.coordinator, id, thresholds, row!.version);
    return true;
  },

  async adopt(world, side, { pick, flag }) {
    const id = flag ? await openImport(world, side, pick) : undefined;
    if (!id) return false;
    const { version } = await world.app.get(ImportsReads).one(side.coordinator, id);
    await world.app.get(ImportsService).adopt(side.coordinator, id, version);
    world.canaries.share(id);
    return true;
  },

  async attachText(world, side, { pick, other, flag }) {
    const id = flag ? await openImport(world, side, pick) : undefined;
    if (!id) return false;
    const { version, draft, mechanismId } = await world.app.get(ImportsReads).one(side.coordinator, id);
    const measure = choose(
      world.measures.filter((each) => each.mechanismId === mechanismId),
      other,
    );
    if (!measure) return false;
    const [area] = draft.areas as [(typeof draft.areas)[number]];
    const pieces = area.measures.map(({ ordinal }, at) => ({
      ...{ area: area.ordinal, ordinal, measureId: at === 0 || pick % 2 ? measure.id : null, add: at > 0 },
    }));
    const attached = { meetingId: measure.meetingId, pieces, documents: [] };
    await world.app.get(AttachService).attach(side.coordinator, id, attached, version);
    world.canaries.share(id);
    return true;
  },

  async decide(world, side, { pick, other, flag }) {
    const meeting = choose(
      world.meetings.filter(({ mechanismId }) => side.mechanismIds.includes(mechanismId)),
      pick,
    )!;
    const { earlier, later, links } = await world.app.get(LineageReads).of(side.coordinator, meeting.id);
    const [from, to] = [choose(earlier, other), choose(later, pick)];
    if (!from || !to) return false;
    const relation = (['continues', 'not_followed_up', 'new'] as const)[other % 3]!;
    const earlierId = relation === 'new' ? null : from.id;
    const laterId = relation === 'not_followed_up' ? null : to.id;
    const row = links.find((each) => each.earlierId === earlierId && each.laterId === laterId);
    const decision = {
      earlierId,
      laterId,
      relation,
      stands: flag || pick % 3 > 0,
      version: row?.version ?? 0,
    };
    await world.app.get(LineageService).decide(side.coordinator, meeting.id, [decision]);
    return true;
  },

  async addDocument(world, side, { pick }) {
    const { id, mechanismId } = choose(
      world.meetings.filter((each) => side.mechanismIds.includes(each.mechanismId)),
      pick,
    )!;
    const subject = uuid();
    const word = () => world.canaries.text({ partyId: side.party.id, mechanismId }, subject);
    const document = { title: word(), parties: [word()], signedOn: '2026-05-02' };
    await world.app.get(SignedDocumentsService).add(side.coordinator, id, document);
    world.canaries.share(subject);
    return true;
  },

  async changeDocument(world, side, { pick, other }) {
    const rows = await world.rows<{ id: string; version: number; mechanismId: string }>(
      `select id, version, mechanism_id as "mechanismId" from signed_document where mechanism_id = any($1) order by id`,
      [side.mechanismIds],
    );
    const document = choose(rows, pick);
    if (!document) return false;
    const measures = world.measures.filter(({ mechanismId }) => mechanismId === document.mechanismId);
    const change = other % 2 ? { state: 'in_force' as const } : { fulfils: [choose(measures, other)!.id] };
    await world.app
      .get(SignedDocumentsService)
      .change(side.coordinator, document.id, change, document.version);
    return true;
  },

  async sweep(world) {
    return (await world.app.get(RemindersService).sweep()) > 0;
  },
};
