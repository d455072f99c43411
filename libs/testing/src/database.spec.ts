import pg from 'pg';

import { createDatabase, dropDatabase, useDatabase } from './database.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a suite's database", () => {
  const database = useDatabase();

  it('is migrated, and the runtime login cannot go round row-level security there', async () => {
    const [login] = await query(
      database.appUrl,
      `select current_user::text as name, rolsuper or rolbypassrls as unbound,
              pg_has_role(current_user, 'luoshi_owner', 'member') as owns
         from pg_roles where rolname = current_user`,
    );
    expect(login).toEqual({ name: 'luoshi_app', unbound: false, owns: false });
    expect(await query(database.appUrl, 'select id from measure')).toEqual([]);
  });

  it('is nobody else’s, and can be dropped while it is in use', async () => {
    const other = await createDatabase();
    await query(other.ownerUrl, 'create table here (id int)');
    const client = new pg.Client(other.appUrl);
    client.on('error', () => undefined);
    await client.connect();
    await dropDatabase(other);
    await expect(query(other.appUrl, 'select 1')).rejects.toThrow('does not exist');
    expect(await query(database.ownerUrl, `select to_regclass('here') as there`)).toEqual([{ there: null }]);
  });
});
