import { ChecksService } from '#core/evidence/checks.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { DownloadsService } from '#core/evidence/downloads.service';
import { type EvidenceInput, EvidenceService } from '#core/evidence/evidence.service';
import { InfectionsService } from '#core/evidence/infections.service';
import { PreviewsService } from '#core/evidence/previews.service';
import type { PlaceOf } from '#core/evidence/places';
import { UploadsService } from '#core/evidence/uploads.service';
import type { Actor } from '#core/people/actor';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { choose, measureOf, officerOf, updateIn, type Deeds } from './deed.js';
import type { RandomWorld } from '../random-world.js';

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
    const { partyId, organisationId, personId } = actor;
    await world.app.get(PreviewsService).make({ id: revision, partyId, organisationId, personId });
  }
  return revision;
}

/** Evidence, attached, revised, disclosed and taken back. */
export const evidence: Deeds = {
  private: {
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
      const actions = await world.rows<{ id: string }>(
        'select id from action where party_id = $1 and mechanism_id = $2 order by id',
        [side.party.id, measure.mechanismId],
      );
      const action = other % 2 ? choose(actions, pick) : undefined;
      const place: PlaceOf = action
        ? { of: 'action', id: action.id }
        : flag && document
          ? { of: 'signed_document', id: document.id }
          : { of: 'measure', id: measure.id };
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
      if (flag) await evidence.remove(side.coordinator, id, 1);
      return true;
    },

    /** A file in which the scanner finds a virus, as the check leaves it; its side's coordinator is told by mail. */
    async infect(world, side, { pick }) {
      const measure = measureOf(world, side, pick);
      const word = () => world.canaries.text({ partyId: side.party.id, mechanismId: measure.mechanismId });
      const file = { name: `${word()}.txt`, bytes: 10 };
      const place = { of: 'measure', id: measure.id } as const;
      const id = await world.app.get(EvidenceService).attach(side.coordinator, place, described(word), file);
      const revision = await newestRevision(world, id);
      await world.rows(`update evidence_revision set state = 'infected', reason = $2 where id = $1`, [
        ...[revision, word()],
      ]);
      await world.app.get(UploadsService).discard(revision);
      await world.app.get(InfectionsService).tell(side.coordinator, revision);
      return true;
    },

    /** Whoever reads a file, of whichever side, has that in his own side's ledger. */
    async download(world, side, { pick }) {
      const files = await world.rows<{ id: string }>(
        `select id from evidence_revision where party_id = $1 and state = 'available' and file_key is not null
         union select id from disclosed_evidence where file_key is not null and mechanism_id = any($2) order by id`,
        [side.party.id, side.mechanismIds],
      );
      const file = choose(files, pick);
      if (!file) return false;
      await world.app.get(DownloadsService).one(side.coordinator, file.id);
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
      const [row] = await world.rows<{ id: string; version: number; organisationId: string }>(
        `select e.id, e.version, u.organisation_id as "organisationId" from evidence e join "update" u on u.id = e.update_id
         where e.party_id = $1 and u.state in ('draft', 'returned') order by e.id desc offset $2 limit 1`,
        [side.party.id, pick % 2],
      );
      if (!row) return false;
      const officer = officerOf(side, row.organisationId);
      await world.app.get(EvidenceService).remove(officer, row.id, row.version);
      return true;
    },
  },

  sharing: {
    async disclose(world, side, { pick }) {
      const rows = await world.rows<{ id: string; version: number }>(
        `select r.id, e.version from evidence_revision r join evidence e on e.id = r.evidence_id
         where r.party_id = $1 and r.state = 'available' and e.update_id is null
           and not exists (select from disclosed_evidence d where d.id = r.id)
           and not exists (select from evidence_revision l where l.evidence_id = e.id and l.ordinal > r.ordinal) order by r.id`,
        [side.party.id],
      );
      const row = choose(rows, pick);
      if (!row) return false;
      await world.app.get(DisclosuresService).disclose(side.coordinator, row.id, row.version);
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
  },
};
