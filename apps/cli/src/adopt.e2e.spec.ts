import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Person } from '#core/people/person.entity';
import { Builder, buildTwoSides } from '#testing/build';
import { useDatabase } from '#testing/database';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const memorandum = `甲乙高層會晤暨甲乙合作會議第三次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在香港舉行甲乙高層會晤暨甲乙合作會議第三次會議。

附件

一、金融
1. 支持兩地金融機構於2026年底前互設分支。
2. 定期舉行監管會晤。

二、教育
1. 鼓勵兩地學校結為姊妹學校。
`;

describe('luoshi import --adopt', () => {
  const database = useDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-adopt-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  let builder: Builder;
  let as: string;
  let mechanism: string;
  beforeAll(async () => {
    builder = await Builder.open(database);
    const world = await buildTwoSides(builder);
    mechanism = world.mechanism.id;
    as = (await builder.source.manager.findOneByOrFail(Person, { id: world.left.coordinator.personId }))
      .email;
  });
  afterAll(async () => {
    await builder.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The program as it is built, as a script would call it. */
  function luoshi(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
      ...{ cwd: root, encoding: 'utf8' },
      env: {
        ...{ PATH: process.env['PATH'], LUOSHI_HOME: folder },
        ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
      },
    });
    return {
      status,
      stderr,
      said: stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Said),
    };
  }
  interface Said {
    file: string;
    meetingId?: string;
    added?: boolean;
    error?: { code: string; missing?: string };
  }
  const adopt = (...files: string[]) =>
    luoshi('import', ...files, '--adopt', '--mechanism', mechanism, '--as', as, '--json');
  const measures = async (meetingId: string | undefined) =>
    builder.source.query<{ due: string | null }[]>(
      'select due_wording as due from measure where meeting_id = $1 order by area_ordinal, ordinal',
      [meetingId],
    );

  it('adopts a file, and the second time adds nothing', async () => {
    const good = file('good.txt', memorandum);
    const first = adopt(good);
    expect(first).toMatchObject({ status: 0, stderr: '', said: [{ file: good, added: true }] });
    const { meetingId } = first.said[0]!;
    expect(await measures(meetingId)).toEqual([{ due: '2026年底前' }, { due: '定期' }, { due: null }]);
    const second = adopt(good);
    expect(second).toMatchObject({ status: 0, said: [{ file: good, meetingId, added: false }] });
    expect(await measures(meetingId)).toHaveLength(3);
  });

  it('ends with 2 where a file is refused, and adopts the others', async () => {
    const files = [
      file('next.txt', memorandum.replaceAll('第三次', '第四次')),
      file('story.txt', '今天天氣很好。'),
      file('undated.txt', memorandum.replaceAll('第三次', '第五次').replace('2024 年 5 月 11 日', '日前')),
    ];
    const { status, said, stderr } = adopt(...files);
    expect(status).toBe(2);
    expect(said).toMatchObject([
      { file: files[0], added: true },
      { file: files[1], error: { code: 'not_a_memorandum' } },
      { file: files[2], error: { code: 'import_incomplete', missing: 'date_missing' } },
    ]);
    expect(stderr).toContain('(date_missing)');
    expect(await measures(said[0]!.meetingId)).toHaveLength(3);
  });

  it('says what is wrong with the call', () => {
    const good = file('good.txt', memorandum);
    const wrong = (...args: string[]) => luoshi('import', good, ...args);
    expect(wrong('--adopt')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--mechanism') as string,
    });
    expect(wrong('--dry-run', '--published', '2024-02-30')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('YYYY-MM-DD') as string,
    });
  });
});
