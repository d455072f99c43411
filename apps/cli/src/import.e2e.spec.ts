import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const memorandum = `渝港合作會議第九次會議
備忘錄

2031年5月11日，重慶市人民政府與香港特別行政區政府在香港舉行渝港合作會議第九次會議，雙方簽署本備忘錄。

附件

一、文化和旅遊
1. 推動兩地博物館互辦展覽，每年至少一次。
2. 支持兩地藝團交流演出。

二、青年發展
1. 組織兩地青年互訪交流。
`;

/** From source, in a process of its own, as a script would call it: what counts is what it prints where. */
function luoshi(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', '--import', './bin/source.js', 'apps/cli/src/main.ts', ...args],
    // Nothing here may look for a database.
    { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], LUOSHI_HOME: '/nonexistent' } },
  );
  return { status, stdout, stderr };
}

describe('luoshi import --dry-run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-import-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints JSON and nothing else', () => {
    const { status, stdout, stderr } = luoshi('import', file('good.txt', memorandum), '--dry-run', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { meeting, areas } = JSON.parse(stdout);
    expect(meeting).toMatchObject({ ordinal: 9, date: '2031-05-11', sides: expect.any(Array) });
    expect(areas.map(({ measures }: { measures: unknown[] }) => measures.length)).toEqual([2, 1]);
    const [start, end] = areas[0].measures[0].range;
    expect(memorandum.slice(start, end)).toBe(areas[0].measures[0].text);
  });

  it('refuses another text with 2, and says what it looked for', () => {
    const { status, stdout, stderr } = luoshi(
      'import',
      file('story.txt', '今天天氣很好。'),
      '--dry-run',
      '--json',
    );
    expect(status).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'not_a_memorandum',
      lookedFor: expect.any(Array),
    });
    expect(stderr).toContain('not found: headings of areas');
  });

  it('goes through all the files', () => {
    const files = [file('a.txt', memorandum), file('empty.txt', ' '), file('binary.txt', 'PK\x03\x04\0\0')];
    const { status, stdout } = luoshi('import', ...files, '--dry-run', '--json');
    expect(status).toBe(2);
    const answers = JSON.parse(stdout) as { file: string; error?: { code: string } }[];
    expect(answers.map(({ file: name, error }) => [name, error?.code])).toEqual([
      [files[0], undefined],
      [files[1], 'empty_file'],
      [files[2], 'damaged_file'],
    ]);
  });

  it('says what to do about a wrong call', () => {
    expect(luoshi('import', join(folder, 'absent'), '--dry-run')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no such file'),
    });
    expect(luoshi('import', file('b.txt', memorandum))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('add --dry-run'),
    });
    expect(luoshi('import', '--drop')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("'--drop'"),
    });
    expect(luoshi('import', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Exit code'),
    });
  });
});
