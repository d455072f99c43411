import { useDatabase } from '../database.js';
import { uploads } from './uploads.js';

/** A small file with two cuts and three kills; `npm run soak:uploads` has a gigabyte and fifty. */
describe('uploads over lines that break, by programs that are killed', () => {
  const database = useDatabase();
  it('end whole, and leave nothing else', async () => {
    const said: string[] = [];
    const small = { large: 5_000_000, cuts: 2, parallel: 3, each: 1_000_000, kills: 3, scanned: false };
    expect(await uploads({ database, ...small, say: (line) => said.push(line) })).toEqual([]);
    expect(said).toHaveLength(3);
  }, 300_000);
});
