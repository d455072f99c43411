import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { Chain, type Head } from './chain.js';
import { canonicalText, digest, type Entry } from './digest.js';

const id = fc.uuid();
const maybeId = fc.option(fc.uuid());
const seconds = fc
  .tuple(fc.nat(4_000_000_000), fc.nat(999_999))
  .map(([whole, micros]) => `${whole}.${String(micros).padStart(6, '0')}`);

const content = fc.record({
  ...{ id, actorPartyId: id, actorOrganisationId: id, actorPersonId: maybeId, meetingId: maybeId },
  ...{ measureId: maybeId, subjectId: id, at: seconds, verb: fc.string({ minLength: 1 }) },
  changes: fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value)),
});

interface Ledger {
  head: Head;
  rows: Entry[];
}

/** A ledger as the database would write it. */
function chained(
  contents: Omit<Entry, 'sequence' | 'mechanismId' | 'partyId' | 'previousHash' | 'hash'>[],
): Ledger {
  const place = { mechanismId: uuid(), partyId: contents.length % 2 ? null : uuid() };
  const rows: Entry[] = [];
  let previousHash = '';
  for (const [at, each] of contents.entries()) {
    const row = { ...each, ...place, sequence: String(at + 1), previousHash, hash: '' };
    row.hash = previousHash = digest(row);
    rows.push(row);
  }
  return { head: headOf(rows, place), rows };
}

const headOf = (rows: Entry[], place: Pick<Head, 'mechanismId' | 'partyId'>): Head => ({
  ...place,
  ...{ sequence: rows.length, hash: rows.at(-1)?.hash ?? '' },
  firstRow: rows[0] ? Number(rows[0].sequence) : null,
  lastRow: rows.length > 0 ? Number(rows.at(-1)!.sequence) : null,
});

const ledger = fc.array(content, { minLength: 1, maxLength: 12 }).map(chained);

/** Follows the rows in pages, as they come from a database. */
function verify({ head, rows }: Ledger, page: number, from = 1): Chain {
  const chain = new Chain(head, from);
  while (!chain.done) {
    const start = rows.findIndex(({ sequence }) => Number(sequence) >= chain.next);
    chain.follow(start < 0 ? [] : rows.slice(start, start + page));
  }
  return chain;
}

/** The same rows with other numbers at their ends; what the database would say of them. */
const seen = ({ head }: Ledger, rows: Entry[]): Ledger => ({
  rows,
  head: { ...headOf(rows, head), sequence: head.sequence, hash: head.hash },
});

const page = fc.integer({ min: 1, max: 14 });
const pick = fc.nat();

describe('a chain', () => {
  it('of any content is unbroken, from the start and from any number on', () => {
    fc.assert(
      fc.property(ledger, page, pick, (whole, size, at) => {
        const from = (at % (whole.rows.length + 1)) + 1;
        for (const chain of [verify(whole, size), verify(whole, size, from)]) {
          expect({ broken: chain.broken, next: chain.next }).toEqual({
            ...{ broken: null, next: whole.rows.length + 1 },
          });
          expect(chain.last!.hash).toBe(whole.head.hash);
        }
      }),
    );
  });

  const fields = [
    ...['id', 'sequence', 'mechanismId', 'partyId', 'actorPartyId', 'actorOrganisationId', 'actorPersonId'],
    ...['verb', 'meetingId', 'measureId', 'subjectId', 'changes', 'at', 'previousHash', 'hash'],
  ] as const satisfies readonly (keyof Entry)[];

  it('with one field of one row changed breaks there', () => {
    fc.assert(
      fc.property(
        ledger,
        fc.constantFrom(...fields),
        pick,
        page,
        content,
        (whole, field, which, size, other) => {
          const at = which % whole.rows.length;
          const place = { sequence: '99', mechanismId: uuid(), partyId: uuid() };
          const others = { ...other, ...place, previousHash: 'f'.repeat(64), hash: 'e'.repeat(64) };
          fc.pre(others[field] !== whole.rows[at]![field]);
          const rows = whole.rows.map((row, index) =>
            index === at ? { ...row, [field]: others[field] } : row,
          );
          // Only the numbers of the ends come from the head: the first broken link is that of the row.
          const { broken } = verify({ head: whole.head, rows }, size);
          const difference =
            { sequence: 'missing', previousHash: 'previous_hash' }[field as string] ?? 'hash';
          expect(broken).toEqual({ sequence: at + 1, difference });
        },
      ),
    );
  });

  it('with one character of what a row says changed breaks there', () => {
    fc.assert(
      fc.property(
        ledger,
        pick,
        pick,
        fc.string({ minLength: 1, maxLength: 1 }),
        (whole, which, where, character) => {
          const at = which % whole.rows.length;
          const { changes } = whole.rows[at]!;
          const place = where % changes.length;
          const other = changes.slice(0, place) + character + changes.slice(place + 1);
          fc.pre(other !== changes);
          const rows = whole.rows.map((row, index) => (index === at ? { ...row, changes: other } : row));
          expect(verify({ ...whole, rows }, 5).broken).toEqual({ sequence: at + 1, difference: 'hash' });
        },
      ),
    );
  });

  it('with a row taken out breaks where it stood, with or without the rest moved up', () => {
    fc.assert(
      fc.property(ledger, pick, page, (whole, which, size) => {
        const at = which % whole.rows.length;
        const left = whole.rows.filter((_, index) => index !== at);
        expect(verify(seen(whole, left), size).broken).toEqual({ sequence: at + 1, difference: 'missing' });
        const moved = left.map((row, index) => ({ ...row, sequence: String(index + 1) }));
        const { broken } = verify(seen(whole, moved), size);
        expect(broken).not.toBeNull();
        expect(broken!.sequence).toBe(at + 1);
      }),
    );
  });

  it('with two rows in each other’s place breaks at the first', () => {
    fc.assert(
      fc.property(ledger, pick, pick, page, (whole, one, two, size) => {
        const [a, b] = [one % whole.rows.length, two % whole.rows.length].sort((x, y) => x - y) as [
          number,
          number,
        ];
        fc.pre(a !== b);
        const rows = [...whole.rows];
        rows[a] = { ...whole.rows[b]!, sequence: String(a + 1) };
        rows[b] = { ...whole.rows[a]!, sequence: String(b + 1) };
        expect(verify({ ...whole, rows }, size).broken!.sequence).toBe(a + 1);
      }),
    );
  });

  it('with a row put in, before, between or after, breaks there', () => {
    fc.assert(
      fc.property(ledger, pick, content, page, (whole, where, other, size) => {
        const at = where % (whole.rows.length + 1);
        const previous = whole.rows[at - 1]?.hash ?? '';
        const { mechanismId, partyId } = whole.head;
        const added = {
          ...other,
          mechanismId,
          partyId,
          sequence: String(at + 1),
          previousHash: previous,
          hash: '',
        };
        added.hash = digest(added);
        const rest = whole.rows
          .slice(at)
          .map((row) => ({ ...row, sequence: String(Number(row.sequence) + 1) }));
        const { broken } = verify(seen(whole, [...whole.rows.slice(0, at), added, ...rest]), size);
        expect(broken).not.toBeNull();
        const before = { ...added, sequence: '0' };
        expect(verify(seen(whole, [before, ...whole.rows]), size).broken).toEqual({
          ...{ sequence: 0, difference: 'stray' },
        });
        const far = { ...added, sequence: String(whole.rows.length + 7) };
        expect(verify(seen(whole, [...whole.rows, far]), size).broken).toEqual({
          ...{ sequence: whole.rows.length + 7, difference: 'stray' },
        });
      }),
    );
  });

  it('that was made anew from a row on is told by its head, and by a head that was moved back', () => {
    fc.assert(
      fc.property(ledger, pick, page, (whole, which, size) => {
        const at = which % whole.rows.length;
        const contents = whole.rows.map((row, index) =>
          index === at ? { ...row, verb: `${row.verb}!` } : row,
        );
        const { mechanismId, partyId } = whole.head;
        let previousHash = '';
        const anew = contents.map((row) => {
          const made = { ...row, mechanismId, partyId, previousHash };
          made.hash = previousHash = digest(made);
          return made;
        });
        expect(verify({ ...whole, rows: anew }, size).broken).toEqual({
          ...{ sequence: whole.rows.length, difference: 'head' },
        });
        const back = { ...whole.head, sequence: at, hash: whole.rows[at - 1]?.hash ?? '' };
        expect(verify({ head: back, rows: whole.rows }, size).broken).toEqual({
          ...{ sequence: whole.rows.length, difference: 'stray' },
        });
      }),
    );
  });

  it('of another ledger is misplaced, however well its hashes hold', () => {
    fc.assert(
      fc.property(ledger, page, (whole, size) => {
        const head = { ...whole.head, partyId: uuid() };
        expect(verify({ ...whole, head }, size).broken).toEqual({ sequence: 1, difference: 'misplaced' });
      }),
    );
  });

  it('of nothing is unbroken, unless its head says otherwise', () => {
    const empty = {
      ...{ mechanismId: uuid(), partyId: null, firstRow: null, lastRow: null },
      sequence: 0,
      hash: '',
    };
    expect(verify({ head: empty, rows: [] }, 1).broken).toBeNull();
    expect(verify({ head: { ...empty, hash: 'a' }, rows: [] }, 1).broken).toEqual({
      sequence: 0,
      difference: 'head',
    });
    expect(verify({ head: { ...empty, sequence: 2 }, rows: [] }, 1).broken).toEqual({
      ...{ sequence: 1, difference: 'missing' },
    });
  });
});

it('hashes one row as written down here, for whoever reckons it with other means', () => {
  const row = {
    ...{
      id: '01990000-0000-7000-8000-000000000001',
      sequence: '2',
      mechanismId: '01990000-0000-7000-8000-000000000002',
    },
    ...{ partyId: null, actorPartyId: '01990000-0000-7000-8000-000000000003', actorPersonId: null },
    ...{
      actorOrganisationId: '01990000-0000-7000-8000-000000000004',
      verb: 'update.cleared',
      meetingId: null,
    },
    ...{ measureId: null, subjectId: '01990000-0000-7000-8000-000000000005', at: '1795190400.123000' },
    ...{ changes: '{"text": "首季\\n", "status": "ongoing"}', previousHash: '0'.repeat(64), hash: '' },
  };
  expect(canonicalText(row)).toBe(
    '{"at": 1795190400.123000, "id": "01990000-0000-7000-8000-000000000001", "verb": "update.cleared", ' +
      '"party": null, "changes": {"text": "首季\\n", "status": "ongoing"}, "measure": null, "meeting": null, ' +
      '"subject": "01990000-0000-7000-8000-000000000005", "sequence": 2, ' +
      '"mechanism": "01990000-0000-7000-8000-000000000002", "actorParty": "01990000-0000-7000-8000-000000000003", ' +
      '"actorPerson": null, "actorOrganisation": "01990000-0000-7000-8000-000000000004"}',
  );
});
