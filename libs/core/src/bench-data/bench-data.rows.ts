import type { TrackStatus } from '#contracts/status';
import { addDays, type CalendarDate, startOf } from '#core/calendar/calendar-date';
import type { Assignment } from '#core/measures/assignment.entity';
import { deriveStatus } from '#core/measures/measure-status';
import type { Measure } from '#core/measures/measure.entity';
import type { Track } from '#core/measures/track.entity';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Area } from '#core/meetings/area.entity';
import type { Meeting } from '#core/meetings/meeting.entity';
import type { Source } from '#core/meetings/source.entity';
import type { ClearedUpdate } from '#core/updates/cleared-update.entity';
import type { Update } from '#core/updates/update.entity';
import { fold } from '#i18n/fold';
import { chineseNumeral } from '#i18n/numbering';
import { shortTitle } from '#memorandum/short-title';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { BenchSide } from './bench-data.cast.js';
import type { Random } from './bench-data.random.js';
import * as words from './bench-data.words.js';

/** What one side wrote about the measures of a meeting. */
export interface SideRows {
  assignments: Assignment[];
  updates: Update[];
  cleared: ClearedUpdate[];
}

export interface MeetingRows {
  meeting: Meeting;
  source: Source;
  areas: Area[];
  measures: Measure[];
  tracks: Track[];
  sides: [SideRows, SideRows];
}

export interface MeetingPlan {
  mechanism: Mechanism;
  ordinal: number;
  heldOn: CalendarDate;
  /** How many measures each area gets. */
  areas: readonly number[];
}

/** How many cleared updates a measure has; 2.3 in the mean. */
const clearedCounts = { 0: 6, 1: 18, 2: 29, 3: 28, 4: 13, 5: 6 };

const lastStatuses: Record<Exclude<TrackStatus, 'not_started'>, number> = {
  on_target: 45,
  ongoing: 24,
  completed: 15,
  behind: 9,
  suspended: 4,
  not_applicable: 3,
};

const openStates = { draft: 40, submitted: 40, endorsed: 10, returned: 10 } as const;
const openShare = 0.06;
const DAY = 86_400_000;

/** An id whose time is that of what it names, so that newest first is newest first. */
const idAt = (at: Date) => v7({ msecs: at.getTime() });

export class MeetingWriter {
  private readonly officers: Map<string, string[]>;

  constructor(
    private readonly random: Random,
    private readonly sides: readonly [BenchSide, BenchSide],
    private readonly now: Date,
    private readonly today: CalendarDate,
  ) {
    const officers = sides.flatMap(({ people }) => people.filter(({ roles }) => roles.includes('officer')));
    this.officers = new Map(
      [...Map.groupBy(officers, ({ organisationId }) => organisationId)].map(([id, people]) => [
        id,
        people.map((person) => person.id),
      ]),
    );
  }

  /** A meeting as if adopted on the day it was held, with what both sides did since. */
  write(plan: MeetingPlan): MeetingRows {
    const { mechanism, heldOn } = plan;
    const mechanismId = mechanism.id;
    const adoptedAt = new Date(startOf(heldOn).getTime() + 10 * 3_600_000);
    const script = plan.ordinal % 2 === 0 ? 1 : 0;
    const meeting = this.meeting(plan, adoptedAt, script);
    const meetingId = meeting.id;
    const rows: MeetingRows = {
      meeting,
      source: {
        ...{ id: idAt(adoptedAt), mechanismId, meetingId, kind: 'annex', fileName: `${meeting.title}.txt` },
        ...{ sha256: '', fileKey: null, bytes: null, text: '', textSha256: null, adoptedAt },
      },
      areas: [],
      measures: [],
      tracks: [],
      sides: [empty(), empty()],
    };
    const lines: string[] = [];
    let length = 0;
    const line = (text: string): number => {
      lines.push(text);
      length += text.length + 1;
      return length - 1;
    };
    line(meeting.title);
    plan.areas.forEach((count, at) => {
      if (count === 0) return;
      const field = words.fields[(at + plan.ordinal * 5) % words.fields.length]!;
      const area = { id: idAt(adoptedAt), mechanismId, meetingId, ordinal: at + 1, title: field[script] };
      rows.areas.push(area);
      line(`${chineseNumeral(area.ordinal)}、${area.title}`);
      for (let ordinal = 1; ordinal <= count; ordinal += 1) {
        const { text, dueWording } = this.sentence(field[script], script);
        const end = line(`${ordinal}. ${text}`);
        this.measure(rows, area, { ordinal, text, dueWording, end, script, adoptedAt });
      }
    });
    rows.source.text = lines.join('\n');
    rows.source.sha256 = createHash('sha256').update(rows.source.text).digest('hex');
    return rows;
  }

  private meeting(
    { mechanism, ordinal, heldOn, areas }: MeetingPlan,
    adoptedAt: Date,
    script: 0 | 1,
  ): Meeting {
    const key = script === 0 ? 'hant' : 'hans';
    const names = this.sides.map(({ party }) => party.name[key]);
    const numeral = chineseNumeral(ordinal);
    return {
      ...{ id: idAt(adoptedAt), mechanismId: mechanism.id, ordinal, script: key, heldOn, adoptedAt },
      title: mechanism.name[key] + (script === 0 ? `第${numeral}次會議` : `第${numeral}次会议`),
      place: names[ordinal % 2]!,
      ...{
        heads: [],
        signatories: [],
        custodians: this.sides.map(({ organisations: [office] }) => office!.name[key]),
      },
      declaredAreas: areas.length,
      declaredMeasures: areas.reduce((sum, count) => sum + count, 0),
      declaredDocuments: null,
    };
  }

  private sentence(field: string, script: 0 | 1): { text: string; dueWording: string | null } {
    const { random } = this;
    const word = (list: readonly words.Pair[]) => random.pick(list)[script];
    const dueWording = random.chance(0.15) ? word(words.dueWordings) : null;
    const text =
      `${word(words.verbs)}${word(words.actors)}在${field}方面${word(words.activities)}，` +
      `${dueWording ? `${dueWording}${script === 0 ? '完成首階段工作' : '完成首阶段工作'}，` : ''}` +
      `${word(words.verbs)}${word(words.activities)}，${word(words.aims)}。`;
    return { text, dueWording };
  }

  private measure(
    rows: MeetingRows,
    area: Area,
    said: {
      ordinal: number;
      text: string;
      dueWording: string | null;
      end: number;
      script: 0 | 1;
      adoptedAt: Date;
    },
  ): void {
    const { random } = this;
    const { ordinal, text, dueWording, end, script, adoptedAt } = said;
    const { mechanismId, meetingId } = area;
    const measureId = idAt(adoptedAt);
    const dueOn = dueWording || random.chance(0.47) ? addDays(this.today, random.between(-90, 600)) : null;
    const tracks = this.sides.map((side): Track & { at: Date } => {
      const [leadId, ...supportingIds] = this.units(side);
      const published = new Date(adoptedAt.getTime() + random.between(1, 20) * DAY);
      return {
        ...{
          id: idAt(adoptedAt),
          mechanismId,
          measureId,
          partyId: side.party.id,
          leadId: leadId!,
          supportingIds,
        },
        ...{ status: 'not_started', nextStep: null, lastClearedAt: null },
        at: published,
      };
    });
    const days = Math.floor((this.now.getTime() - adoptedAt.getTime()) / DAY) - 25;
    const count = days > 5 ? Number(random.weighted(clearedCounts)) : 0;
    const instants = Array.from({ length: count }, () => random.next()).sort((a, b) => a - b);
    const turns = instants.map((instant) => ({ instant, at: random.between(0, 1) as 0 | 1 }));
    turns.forEach(({ instant, at }, turn) => {
      const last = !turns.slice(turn + 1).some((later) => later.at === at);
      const clearedAt = new Date(adoptedAt.getTime() + (24 + instant * days) * DAY);
      this.cleared(rows.sides[at], tracks[at]!, this.sides[at], clearedAt, last);
    });
    tracks.forEach((track, at) => this.open(rows.sides[at as 0 | 1], track, this.sides[at]!));
    for (const [at, { at: publishedAt, ...track }] of tracks.entries()) {
      rows.tracks.push(track);
      rows.sides[at as 0 | 1].assignments.push({
        ...{ id: idAt(publishedAt), mechanismId, measureId, partyId: track.partyId },
        ...{ leadId: track.leadId!, supportingIds: track.supportingIds },
        officerIds: random.chance(0.6) ? [random.pick(this.officers.get(track.leadId!)!)] : [],
        internalDueOn: dueOn && random.chance(0.5) ? addDays(dueOn, -14) : null,
        publishedAt,
        version: 2,
      });
    }
    rows.measures.push({
      ...{ id: measureId, mechanismId, meetingId, areaId: area.id, areaOrdinal: area.ordinal, ordinal },
      ...{ title: shortTitle(text), text, folded: fold(text), script: script === 0 ? 'hant' : 'hans' },
      ...{ sourceId: rows.source.id, sourceStart: end - text.length, sourceEnd: end },
      ...{ dueWording, dueKind: dueWording ? 'target' : 'none', dueOn, awaitingPartyId: null },
      status: deriveStatus(tracks),
      lastClearedAt: tracks
        .map(({ lastClearedAt }) => lastClearedAt)
        .reduce((latest, at) => (at && (!latest || at > latest) ? at : latest), null),
    });
  }

  /** A lead that has officers, and up to two supporting units. */
  private units({ organisations: [, ...offices] }: BenchSide): string[] {
    const count = this.random.pick([1, 1, 2, 3]);
    const units = new Set<string>();
    while (units.size < count) units.add(this.random.pick(offices).id);
    return [...units];
  }

  private cleared(rows: SideRows, track: Track, side: BenchSide, clearedAt: Date, last: boolean): void {
    const status = last || this.random.chance(0.2) ? this.random.weighted(lastStatuses) : 'on_target';
    const submittedAt = new Date(clearedAt.getTime() - 2 * DAY);
    const update = this.update(track, side, status, submittedAt, { state: 'cleared', version: 3 });
    rows.updates.push(update);
    const { id, mechanismId, measureId, partyId, organisationId, text, nextStep } = update;
    rows.cleared.push({
      ...{ id, mechanismId, measureId, partyId, organisationId, status, text, nextStep },
      ...{ difficulties: null, periodFrom: null, periodTo: null, correctsId: null, clearedAt },
    });
    Object.assign(track, { status, nextStep, lastClearedAt: clearedAt });
  }

  private open(rows: SideRows, track: Track, side: BenchSide): void {
    if (!this.random.chance(openShare)) return;
    const state = this.random.weighted(openStates);
    const submittedAt = new Date(this.now.getTime() - this.random.between(1, 14) * DAY);
    const version = { draft: 1, submitted: 2, endorsed: 3, returned: 3 }[state];
    rows.updates.push({
      ...this.update(track, side, 'on_target', submittedAt, { state, version }),
      ...(state === 'draft' && { submittedAt: null }),
      ...(state === 'returned' && { returnedReason: this.random.pick(words.reasons)[side.script] }),
    });
  }

  private update(
    { mechanismId, measureId, partyId, leadId }: Track,
    { script }: BenchSide,
    status: TrackStatus,
    submittedAt: Date,
    stands: Pick<Update, 'state' | 'version'>,
  ): Update {
    const { random } = this;
    const createdAt = new Date(submittedAt.getTime() - DAY);
    const sentences = [random.pick(words.progress)[script], random.pick(words.progress)[script]];
    return {
      ...{ id: idAt(createdAt), mechanismId, measureId, partyId, organisationId: leadId!, status },
      authorId: random.pick(this.officers.get(leadId!)!),
      text: `${sentences.join('；')}。`,
      nextStep: random.chance(0.6) ? random.pick(words.nextSteps)[script] : null,
      ...{ difficulties: null, request: null, periodFrom: null, periodTo: null, correctsId: null },
      ...{ createdAt, submittedAt, returnedReason: null, ...stands },
    };
  }
}

const empty = (): SideRows => ({ assignments: [], updates: [], cleared: [] });
