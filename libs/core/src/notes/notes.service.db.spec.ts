import { Activity } from '#core/activity/activity.entity';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { Mail } from '#core/mails/mail.entity';
import { MeasuresReads } from '#core/measures/measures.reads';
import { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import { Person } from '#core/people/person.entity';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { Mention } from './mention.entity.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

const notes = () => core.app.get(NotesService);

interface Seen {
  own: null | {
    notes: {
      id: string;
      text: string;
      unseenId: string | null;
      mentions: { id: string }[];
    }[];
  };
}

const see = async (actor: Actor, id: string) =>
  (JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as Seen).own?.notes ?? null;
const work = async (actor: Actor, id: string) =>
  (
    JSON.parse(await core.app.get(MyWorkReads).list(actor)) as {
      items: { kind: string; measureId: string; reason: string }[];
    }
  ).items.filter(({ kind, measureId }) => kind === 'mention' && measureId === id);
const ledger = (measureId: string) =>
  builder.source.manager.find(Activity, { where: { measureId }, order: { id: 'asc' } });

describe('a note', () => {
  it('is read by its side, and one for an office by that office alone', async () => {
    const { left, right, observer } = world;
    const { id } = await builder.measure(world.meeting);
    await notes().write(left.coordinator, id, false, { text: 'For all of us.', mentionIds: [] });
    await notes().write(left.officer, id, true, { text: 'For the bureau.', mentionIds: [] });
    const texts = async (actor: Actor) => (await see(actor, id))?.map(({ text }) => text) ?? null;
    expect(await texts(left.officer)).toEqual(['For the bureau.', 'For all of us.']);
    expect(await texts(left.manager)).toEqual(['For the bureau.', 'For all of us.']);
    expect(await texts(left.coordinator)).toEqual(['For all of us.']);
    expect(await texts(right.coordinator)).toEqual([]);
    expect(await texts(observer)).toBeNull();
  });

  it('leaves its history in its side’s ledger, and of one for an office no word', async () => {
    const { left } = world;
    const { id } = await builder.measure(world.meeting);
    await notes().write(left.officer, id, false, { text: 'First.', mentionIds: [] });
    await notes().write(left.officer, id, true, { text: 'Ours alone.', mentionIds: [] });
    const [office, whole] = (await see(left.officer, id))!;
    await notes().edit(left.officer, whole!.id, { text: 'Second.', mentionIds: [] }, 1);
    await notes().edit(left.officer, office!.id, { text: 'Still ours alone.', mentionIds: [] }, 1);
    await expect(
      notes().edit(left.officer, whole!.id, { text: 'Third.', mentionIds: [] }, 1),
    ).rejects.toMatchObject({ code: 'version_conflict' });
    for (const actor of [left.coordinator, left.manager])
      await expect(notes().remove(actor, whole!.id, 2)).rejects.toMatchObject({ code: 'forbidden' });
    await notes().remove(left.officer, whole!.id, 2);
    expect((await see(left.officer, id))!.map(({ text }) => text)).toEqual(['Still ours alone.']);
    const rows = await ledger(id);
    expect(rows.every(({ partyId }) => partyId === left.party.id)).toBe(true);
    expect(rows.map(({ verb, changes }) => [verb, changes['text'] ?? null])).toEqual([
      ['note.written', 'First.'],
      ['note.written', null],
      ['note.edited', 'Second.'],
      ['note.edited', null],
      ['note.deleted', null],
    ]);
    expect(JSON.stringify(rows)).not.toContain('ours alone');
  });

  it('names people who can read it, and nobody else', async () => {
    const { left, right } = world;
    const { id } = await builder.measure(world.meeting);
    const name = (officeOnly: boolean, person: Actor) =>
      notes().write(left.officer, id, officeOnly, { text: 'You.', mentionIds: [person.personId] });
    for (const stranger of [right.officer, left.administrator, world.observer])
      await expect(name(false, stranger)).rejects.toMatchObject({ code: 'wrong_mention' });
    await expect(name(true, left.coordinator)).rejects.toMatchObject({ code: 'wrong_mention' });
    await name(false, left.coordinator);
    await name(true, left.manager);
    expect((await see(left.officer, id))!.map(({ mentions }) => mentions[0]!.id)).toEqual([
      left.manager.personId,
      left.coordinator.personId,
    ]);
    expect((await see(right.officer, id))!).toEqual([]);
  });
});

describe('a mention', () => {
  const named = async () => {
    const { left } = world;
    const { id } = await builder.measure(world.meeting);
    const input = { text: 'Secret words for you.', mentionIds: [left.manager.personId] };
    await notes().write(left.officer, id, false, input);
    const [{ id: mentionId }] = await builder.source.query<[{ id: string }]>(
      'select x.id from mention x join note n on n.id = x.note_id where n.measure_id = $1',
      [id],
    );
    return { id, mentionId };
  };
  const mailsTo = ({ personId }: Actor) => builder.source.manager.findBy(Mail, { personId });

  it('stands in the work of whoever is named until it is seen', async () => {
    const { left, right } = world;
    const { id, mentionId } = await named();
    expect(await work(left.manager, id)).toMatchObject([{ reason: 'Secret words for you.' }]);
    expect(await work(left.coordinator, id)).toEqual([]);
    expect(await work(right.manager, id)).toEqual([]);
    await expect(notes().see(left.officer, mentionId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(notes().see(right.manager, mentionId)).rejects.toMatchObject({ code: 'not_found' });
    expect((await see(left.manager, id))![0]!.unseenId).toBe(mentionId);
    expect(await notes().see(left.manager, mentionId)).toBe(id);
    expect(await work(left.manager, id)).toEqual([]);
    expect((await see(left.manager, id))![0]!.unseenId).toBeNull();
  });

  it('is told once, in the reader’s language, without a word of the note', async () => {
    const { left } = world;
    const { mentionId } = await named();
    const reader: Actor = { ...left.manager, language: 'zh-Hans-CN' };
    await notes().tell(reader, mentionId);
    await notes().tell(reader, mentionId);
    const mails = await mailsTo(left.manager);
    const { name } = await builder.source.manager.findOneByOrFail(Person, { id: left.officer.personId });
    expect(mails).toMatchObject([{ kind: 'mention', language: 'zh-Hans-CN' }]);
    expect(mails[0]!.subject).toContain(`${name}在备注中提到您`);
    expect(mails[0]!.html + mails[0]!.text).not.toContain('Secret');
  });

  it('is not told of once it is seen, taken back, or asked for by another', async () => {
    const { left } = world;
    const before = (await mailsTo(left.manager)).length;
    const seen = await named();
    await notes().see(left.manager, seen.mentionId);
    await notes().tell(left.manager, seen.mentionId);
    const other = await named();
    await notes().tell(left.coordinator, other.mentionId);
    const [note] = (await see(left.officer, other.id))!;
    await notes().edit(left.officer, note!.id, { text: 'Nobody.', mentionIds: [] }, 1);
    await notes().tell(left.manager, other.mentionId);
    expect(await builder.source.manager.countBy(Mention, { id: other.mentionId })).toBe(0);
    expect(await mailsTo(left.manager)).toHaveLength(before);
  });
});
