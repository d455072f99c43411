import { Builder, buildTwoSides } from '#testing/build';
import { useDatabase } from '#testing/database';
import { adoptAs } from './adopt-as.js';

const database = useDatabase();
const text = `甲乙高層會晤暨甲乙合作會議第三次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在香港舉行甲乙高層會晤暨甲乙合作會議第三次會議。

附件

甲乙合作會議第三次會議同意的具體合作措施

一、金融

1. 支持兩地金融機構互設分支。

二、教育

1. 鼓勵兩地學校結為姊妹學校。
`;

it('a script adopts a file once, as a coordinator of its side', async () => {
  const builder = await Builder.open(database);
  const { left, mechanism } = await buildTwoSides(builder);
  const emailOf = async (id: string) =>
    (await builder.source.query<[{ email: string }]>('select email from person where id = $1', [id]))[0]
      .email;
  const as = await emailOf(left.coordinator.personId);
  const adopt = (given: { as?: string; mechanism?: string; content?: string } = {}) =>
    adoptAs(database.appUrl, {
      ...{ as, mechanism: 'right-left', fileName: 'a.txt', ...given },
      content: Buffer.from(given.content ?? text),
    });
  const first = await adopt();
  expect(first.added).toBe(true);
  expect(await adopt({ mechanism: mechanism.id })).toEqual({ ...first, added: false });
  await expect(adopt({ content: `${text}\n` })).rejects.toMatchObject({ code: 'meeting_exists' });
  await expect(adopt({ content: text.replace('2024 年 5 月 11 日', '日前') })).rejects.toMatchObject({
    code: 'import_incomplete',
    params: { missing: 'date_missing' },
  });
  await expect(adopt({ mechanism: 'left-nobody' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(adopt({ as: await emailOf(left.officer.personId) })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const imports = await builder.source.query<[{ count: number }]>('select count(*)::int from import');
  expect(imports[0].count).toBe(1);
  await builder.close();
});
