import { migrate } from '#core/database';
import { readConfig } from '#platform/config';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';

import { Home } from './start/home.js';
import { takeLock } from './start/lock.js';
import { Trouble } from './trouble.js';

/**
 * Lets a command work on the installation, whichever it is: the server of DATABASE_URL; that of an `npm start`
 * which runs beside it; or, when none runs, the embedded one, started for as long as the work takes.
 * @param work gets the environment to read its configuration from
 */
export async function withInstallation<T>(work: (environment: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const config = readConfig();
  if (config.DATABASE_URL) return work(process.env);
  const home = new Home(config.LUOSHI_HOME);
  home.prepare();
  const release = takeLock(home.of('lock'));
  if (!release) {
    const running = home.readRunning();
    if (!running) throw new Trouble('Luoshi is just starting or stopping. Try again in a moment.');
    return work({ ...process.env, ...running.environment });
  }
  try {
    await home.stopLeftovers();
    const database = await startEmbeddedPostgres({ dataDir: home.of('postgres') });
    try {
      await migrate({ ownerUrl: database.ownerUrl() });
      return await work({
        ...process.env,
        LUOSHI_HOME: home.path,
        DATABASE_URL: database.appUrl(),
        DATABASE_OWNER_URL: database.ownerUrl(),
      });
    } finally {
      await database.stop();
    }
  } finally {
    release();
  }
}
