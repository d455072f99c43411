import { importStates } from '#contracts/status';
import { Import } from '#core/imports/import.entity';
import { canChange, canDiscard, canImport } from '#core/imports/import.policy';
import { ImportsReads } from '#core/imports/imports.reads';
import { ImportsService } from '#core/imports/imports.service';
import { readMemorandum } from '#core/imports/read-memorandum';
import { ReadingsService } from '#core/imports/readings.service';
import { PeopleReads } from '#core/people/people.reads';
import { abilitiesOf, ruled } from '#core/ruling';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { able, type Able, outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { acts, actors, who, whose } = ground;

const imports = () => core.app.get(ImportsService);

const memorandum = (ordinal: number) => `甲乙高層會晤暨甲乙合作會議第${ordinal}次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在香港舉行甲乙高層會晤暨甲乙合作會議第${ordinal}次會議。

附件

甲乙合作會議第${ordinal}次會議同意的具體合作措施

一、金融

1. 支持兩地金融機構互設分支。

2. 定期舉行監管會晤。

二、教育

1. 鼓勵兩地學校結為姊妹學校。
`;

it(
  'lets people import as the policy says and the screen shows, and only into a mechanism of their own',
  async () => {
    const actions = ['edit', 'adopt', 'discard'] as const;
    let ordinal = 100;
    await fc.assert(
      fc.asyncProperty(
        ...([
          who,
          whose,
          fc.constantFrom(...importStates),
          fc.constantFrom(...actions),
          fc.boolean(),
        ] as const),
        async (actorOf, officeOf, state, action, complete) => {
          const [actor, office] = [actorOf(), officeOf()];
          const { text, draft } = await readMemorandum(Buffer.from(memorandum((ordinal += 1))));
          const author = actors.find(({ organisationId }) => organisationId === office.id)!;
          const row = {
            ...{
              id: uuid(),
              partyId: office.partyId,
              state,
              kind: 'annex',
              fileName: 'a.txt',
              sha256: '',
              text,
            },
            ...{ draft, mechanismId: complete ? ground.ours.id : null, meetingId: null, version: 1 },
            ...{ createdById: author.personId, createdAt: new Date() },
          } as Import;
          await ground.builder.source.manager.insert(Import, row);
          const visible = actor.side === row.partyId;
          const changes = canChange(actor, row);
          const rulings = {
            edit: changes,
            discard: canDiscard(actor, row),
            adopt: ruled(changes, [complete, 'incomplete']),
          };
          const imports = core.app.get(ImportsService);
          const view = await shown<Able>(core.app.get(ImportsReads).one(actor, row.id));
          expect(view && able(view)).toEqual(visible ? abilitiesOf(rulings) : null);
          const tried = {
            edit: () =>
              imports.review(actor, row.id, { draft, mechanismId: ground.ours.id, kind: 'annex' }, 1),
            adopt: () => imports.adopt(actor, row.id, 1),
            discard: () => core.app.get(ReadingsService).discard(actor, row.id, 1),
          };
          expect((await outcome(tried[action]())) === 'done').toBe(visible && rulings[action] === true);
        },
      ),
      { numRuns: 80 * times },
    );
    for (const actor of actors) {
      const parsed = imports().parse(actor, 'a.txt', Buffer.from(memorandum(99)));
      expect(await outcome(parsed)).toBe(canImport(actor) === true ? 'done' : 'forbidden: not_coordinator');
      const self = await shown<Able>(core.app.get(PeopleReads).self(actor));
      expect(self!.abilities['import']).toBe(canImport(actor) === true);
      if (canImport(actor) !== true || acts(actor)) continue;
      // Reading a mechanism as an observer is no place in it.
      const [id, { draft }] = [await parsed, await readMemorandum(Buffer.from(memorandum(99)))];
      const reviewed = { draft, mechanismId: ground.ours.id, kind: 'annex' as const };
      expect(await outcome(imports().review(actor, id, reviewed, 1))).toMatch(
        /^(not_found|forbidden: observer)$/,
      );
    }
  },
  patience,
);
