import { CoreModule } from '#core/core.module';
import { type Config, readConfig } from '#platform/config';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './database.js';

@Module({})
class TestModule {}

/** The core on a test's database, with a storage folder of its own. `environment` overrides the configuration. */
export interface TestCore {
  app: INestApplicationContext;
  config: Config;
}

export function configFor(
  database: TestDatabase,
  home: string,
  environment: Record<string, string> = {},
): Config {
  return readConfig({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_POOL: '8',
    LUOSHI_HOME: home,
    LOG_LEVEL: 'silent',
    PORT: '1',
    ...environment,
  });
}

/** Opens the core before the tests of this spec file (or `describe`) and closes it after them. */
export function useCore(database: TestDatabase, environment: Record<string, string> = {}): TestCore {
  const core = {} as TestCore;
  let home = '';
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'luoshi-core-'));
    core.config = configFor(database, home, environment);
    core.app = await NestFactory.createApplicationContext(
      { module: TestModule, imports: [CoreModule.with(core.config)] },
      { logger: false, abortOnError: false },
    );
  });
  afterAll(async () => {
    await core.app?.close();
    rmSync(home, { recursive: true, force: true });
  });
  return core;
}
