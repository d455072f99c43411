import { useDatabase } from '../database.js';
import { edit } from './editors.js';

/** Twenty editors; `npm run soak:editors` has two hundred. */
describe('many people at once on few measures', () => {
  const database = useDatabase();
  it('lose no edit, meet no deadlock, break no chain', async () => {
    const said: string[] = [];
    const small = { editors: 20, measures: 3, seconds: 4, say: (line: string) => said.push(line) };
    expect(await edit({ database, ...small })).toEqual([]);
    expect(said[0]).toMatch(/^[1-9]\d* edits saved, [1-9]\d* times somebody else was first$/);
  }, 120_000);
});
