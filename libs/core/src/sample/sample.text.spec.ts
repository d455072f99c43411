import { faults } from '#contracts/draft-account';
import { obstacles } from '#core/imports/draft-check';
import { parseMemorandum } from '#memorandum/parse';
import { emailOf } from './sample.parties.js';
import { demoPeople, sampleParties } from './sample.people.js';
import { shanghaiSixth } from './sample.shanghai-meeting.js';
import { memorandumOf } from './sample.text.js';
import { zhejiangFirst } from './sample.zhejiang-meeting.js';

const meetings = [
  { meeting: shanghaiSixth, areas: [3, 3, 2, 3, 2, 3, 3, 2, 2, 3, 2, 4, 1, 1, 1] },
  { meeting: zhejiangFirst, areas: [3, 2, 3, 2, 3, 2, 3, 3, 3, 3, 2, 2, 2] },
];

describe.each(meetings)('the sample memorandum of $meeting.other', ({ meeting, areas }) => {
  const { text, draft } = memorandumOf(meeting);

  it('has the real areas and counts', () => {
    expect(draft.areas.map(({ measures }) => measures.length)).toEqual(areas);
    expect(draft.meeting.declared.measures).toBeGreaterThan(areas.reduce((sum, count) => sum + count, 0));
  });

  it('can be adopted: every measure stands where the draft says', () => {
    expect(obstacles(draft, 'a mechanism')).toEqual([]);
    expect(faults(text, draft)).toEqual([]);
    for (const { title, range } of draft.signedDocuments) expect(text.slice(...range)).toBe(title);
    for (const { title, range } of draft.areas) expect(text.slice(...range)).toBe(title);
  });

  it('is read by the importer as what it is', () => {
    const parsed = parseMemorandum(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.lookedFor));
    expect(
      parsed.draft.areas.map(({ title, measures }) => [title, measures.map((each) => each.text)]),
    ).toEqual(draft.areas.map(({ title, measures }) => [title, measures.map((each) => each.text)]));
    expect(parsed.draft.meeting).toMatchObject({ date: meeting.heldOn, ordinal: meeting.ordinal });
  });

  it('charges only units that there are, and lets only units with officers speak', () => {
    const [hk, other] = ['hk', meeting.other].map((code) =>
      sampleParties.find((party) => party.code === code),
    );
    for (const measure of meeting.areas.flatMap(({ measures }) => measures)) {
      for (const [party, charge, side] of [
        [hk, measure.hk, 'hk'] as const,
        [other, measure.other, 'other'] as const,
      ]) {
        const units = new Map(party?.organisations.map((unit) => [unit.key, unit]));
        for (const key of [charge?.lead, ...(charge?.supporting ?? [])]) {
          if (key !== undefined)
            expect([measure.text, key, units.has(key)]).toEqual([measure.text, key, true]);
        }
        const speaks = measure.updates.some((update) => update.side === side);
        const officer = units.get(charge?.lead ?? '')?.people?.some(({ roles }) => roles.includes('officer'));
        if (speaks) expect([measure.text, officer]).toEqual([measure.text, true]);
      }
    }
  });
});

describe('the sample’s people', () => {
  it('have addresses of their own, and offices names in three languages', () => {
    const addresses = sampleParties.flatMap((party) =>
      party.organisations.flatMap(({ people = [] }) => people.map((person) => emailOf(party, person))),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[a-z.]+@[a-z]+\.example$/);
    for (const { organisations } of sampleParties) {
      expect(new Set(organisations.map(({ key }) => key)).size).toBe(organisations.length);
      for (const { name, short } of organisations) {
        for (const { hans, en } of [name, short]) {
          expect(en).toMatch(/^[\x20-\x7e]+$/);
          expect(hans).not.toMatch(/[務會員廳辦學藝體財創數經濟發勞農書]/);
        }
      }
    }
  });

  it('show one for each role of each side', () => {
    const shown = demoPeople().map(({ party, role }) => `${party.en} ${role}`);
    expect(new Set(shown).size).toBe(shown.length);
    for (const party of ['Hong Kong', 'Chongqing', 'Shanghai', 'Zhejiang']) {
      for (const role of ['coordinator', 'officer', 'manager', 'administrator']) {
        expect(shown).toContain(`${party} ${role}`);
      }
    }
    expect(demoPeople().filter(({ role }) => role === 'observer')).toHaveLength(1);
  });
});
