import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { MeasuresService } from '#core/measures/measures.service';
import type { Person } from '#core/people/person.entity';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('luoshi verify', () => {
  const database = useDatabase();
  const core = useCore(database);
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;

  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
    const { left, measure } = world;
    const charge = { leadId: left.bureau.id, supportingIds: [], officerIds: [], internalDueOn: null };
    const measures = core.app.get(MeasuresService);
    await measures.assign(left.coordinator, measure.id, charge, 0);
    await measures.publishAssignment(left.coordinator, measure.id, 1);
  });
  afterAll(() => builder.close());

  async function luoshi(...args: string[]) {
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', './bin/source.js', 'apps/cli/src/main.ts', 'verify', ...args],
      { cwd: root, env: { PATH: process.env['PATH'], DATABASE_URL: database.appUrl } },
    );
    const [output, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    return { code, output, errors };
  }
  const emailOf = async ({ personId }: { personId: string }) => {
    const [{ email }] = await builder.source.query<[Pick<Person, 'email'>]>(
      'select email from person where id = $1',
      [personId],
    );
    return email;
  };

  it('verifies with somebody’s eyes, who must be named and be there', async () => {
    expect(await luoshi()).toMatchObject({ code: 1, errors: expect.stringContaining('--as EMAIL') });
    const stranger = await luoshi('--as', 'nobody@example.org');
    expect(stranger).toMatchObject({ code: 1, errors: 'Nobody signs in as nobody@example.org.\n' });
    const blind = await luoshi('--as', await emailOf(world.left.administrator));
    expect(blind).toMatchObject({ code: 1, errors: expect.stringContaining('no such ledger') });
  });

  it('finds both sides’ chains whole, the joint one seen by each, and prints no content', async () => {
    const [left, right] = [await emailOf(world.left.officer), await emailOf(world.right.officer)];
    const { code, output, errors } = await luoshi('--as', left, '--as', right, '--json');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const all = JSON.parse(output) as Record<string, unknown>[];
    expect(
      all.map(({ as, party, total, verifiedTo, broken }) => ({ as, party, total, verifiedTo, broken })),
    ).toEqual([
      { as: left, party: null, total: 1, verifiedTo: 1, broken: null },
      { as: left, party: 'left', total: 2, verifiedTo: 2, broken: null },
      { as: right, party: null, total: 1, verifiedTo: 1, broken: null },
      { as: right, party: 'right', total: 0, verifiedTo: 0, broken: null },
    ]);
    expect(all[0]!['hash']).toBe(all[2]!['hash']);
    expect(output).not.toContain(world.left.bureau.id);
    const lines = (await luoshi('--as', left, '--mechanism', world.mechanism.id)).output.split('\n');
    expect(lines[0]).toMatch(/^unbroken .*joint ledger.*up to no\. 1, written .*, hash [0-9a-f]{64}$/);
  });

  it('ends with 1 on a broken chain and names its first broken link', async () => {
    await builder.source.transaction(async (manager) => {
      await manager.query('set local session_replication_role = replica');
      await manager.query(`update activity set changes = '{}' where party_id is null`);
    });
    const { code, output } = await luoshi('--as', await emailOf(world.right.manager));
    expect(code).toBe(1);
    expect(output).toMatch(/^BROKEN .*joint ledger.*: at no\. 1 what it says is not what its hash covers$/m);
  });
});
