import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { MechanismsService } from '#core/mechanisms/mechanisms.service';
import { MeasuresService } from '#core/measures/measures.service';
import { UpdatesService } from '#core/updates/updates.service';
import { v7 as uuid } from 'uuid';
import { choose, measureOf, officerOf, type Deeds } from './deed.js';

/** The tracks of a measure, its dates and what both sides decide of it. */
export const measures: Deeds = {
  private: {
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
  },

  sharing: {
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

    async unpublish(world, side, { pick }) {
      const rows = await world.rows<{ measureId: string; version: number }>(
        `select measure_id as "measureId", version from assignment
         where party_id = $1 and published_at is not null order by id`,
        [side.party.id],
      );
      const row = choose(rows, pick);
      if (!row) return false;
      await world.app.get(MeasuresService).unpublishAssignment(side.coordinator, row.measureId, row.version);
      return true;
    },

    /** Says that its side has nothing to do, or has after all. */
    async excuse(world, side, { pick }) {
      const { id, mechanismId } = measureOf(world, side, pick);
      const [track] = await world.rows<{ status: string }>(
        'select status from track where measure_id = $1 and party_id = $2',
        [id, side.party.id],
      );
      const subject = uuid();
      const reason = world.canaries.text({ partyId: side.party.id, mechanismId }, subject);
      const applicable = track!.status === 'not_applicable';
      await world.app.get(UpdatesService).setApplicable(side.coordinator, id, applicable, reason);
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
      const [row] = await world.rows<{ version: number }>('select version from mechanism where id = $1', [
        id,
      ]);
      const thresholds = { warningDays: 1 + (other % 60), freshnessDays: 1 + (pick % 300) };
      await world.app.get(MechanismsService).setThresholds(side.coordinator, id, thresholds, row!.version);
      return true;
    },
  },
};
