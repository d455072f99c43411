import { AttachService } from '#core/imports/attach.service';
import { ImportsReads } from '#core/imports/imports.reads';
import { ImportsService } from '#core/imports/imports.service';
import { ReadingsService } from '#core/imports/readings.service';
import { LineageReads } from '#core/lineage/lineage.reads';
import { LineageService } from '#core/lineage/lineage.service';
import { PeopleService } from '#core/people/people.service';
import { RemindersService } from '#core/reminders/reminders.service';
import { ReportsService } from '#core/reports/reports.service';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { v7 as uuid } from 'uuid';
import { choose, type Deeds } from './deed.js';
import type { RandomWorld, Side } from '../random-world.js';

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

/** Texts, their lineage and documents; reports and reminders. */
export const meetings: Deeds = {
  private: {
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
      for (const audience of ['joint', 'side'] as const) {
        const id = await reports.request(reader, meeting.id, audience, 'en');
        if (flag) await reports.build(reader, id);
      }
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
  },

  sharing: {
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
      const pieces = area.measures.map(({ range: [start] }, at) => ({
        ...{ start, measureId: at === 0 || pick % 2 ? measure.id : null, add: at > 0 },
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
  },
};
