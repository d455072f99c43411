import { Browser, type TestApi } from './api.js';
import { Builder, buildTwoSides } from './build.js';
import type { TestDatabase } from './database.js';

export interface Drafted {
  id: string;
  measureId: string;
  version: number;
}

/** Two sides at work: their people signed in, and a draft on each side. */
export interface Desk {
  builder: Builder;
  world: Awaited<ReturnType<typeof buildTwoSides>>;
  officer: Browser;
  coordinator: Browser;
  /** The other side's officer. */
  stranger: Browser;
  update: Drafted;
  theirs: Drafted;
  signedIn: (personId: string) => Promise<Browser>;
  /** A new measure and a draft on it, by this officer. */
  drafted: (by: Browser) => Promise<Drafted>;
}

export function useDesk(api: TestApi, database: TestDatabase): Desk {
  const desk = {} as Desk;

  desk.signedIn = async (personId) => {
    const rows = await desk.builder.source.query<[{ email: string }]>(
      'select email from person where id = $1',
      [personId],
    );
    const browser = new Browser(api.url);
    expect((await browser.signIn(rows[0].email)).status).toBe(200);
    return browser;
  };

  desk.drafted = async (by) => {
    const { builder, world } = desk;
    const measure = await builder.measure(world.meeting);
    await builder.assignment(measure, world.left.bureau);
    await builder.assignment(measure, world.right.bureau);
    const body = { status: 'ongoing', text: 'First words.', nextStep: null };
    const answer = await by.ask('POST', `/api/measures/${measure.id}/updates`, { body });
    expect(answer.status).toBe(201);
    return JSON.parse(answer.text) as Drafted;
  };

  beforeAll(async () => {
    desk.builder = await Builder.open(database);
    desk.world = await buildTwoSides(desk.builder);
    desk.officer = await desk.signedIn(desk.world.left.officer.personId);
    desk.coordinator = await desk.signedIn(desk.world.left.coordinator.personId);
    desk.stranger = await desk.signedIn(desk.world.right.officer.personId);
    desk.update = await desk.drafted(desk.officer);
    desk.theirs = await desk.drafted(desk.stranger);
  });
  afterAll(() => desk.builder.close());
  return desk;
}
