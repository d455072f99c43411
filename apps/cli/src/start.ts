import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { readConfig } from '#platform/config';

import { Home } from './start/home.js';
import { Launcher } from './start/launcher.js';
import { takeLock } from './start/lock.js';
import { describeSignIns } from './start/sign-ins.js';
import { Trouble } from './trouble.js';

export const summary = 'run the whole system on this machine until Ctrl-C';

const MOMENT = 3_000;
const STOP_PATIENCE = 60_000;

/** The folder's lock. One that is stopping, or that is just learning of its parent's death, is waited for. */
async function claim(home: Home): Promise<() => void> {
  for (const since = Date.now(); ; await sleep(100)) {
    const release = takeLock(home.of('lock'));
    if (release) return release;
    const running = home.readRunning();
    if (Date.now() - since < (running?.stopping ? STOP_PATIENCE : MOMENT)) continue;
    throw new Trouble(
      `Luoshi is running from ${home.path} already${running ? `, at ${running.address}` : ''}. ` +
        'Stop it first, or set LUOSHI_HOME to another folder.',
    );
  }
}

export async function run(args: string[]): Promise<number> {
  const config = readConfig();
  const home = new Home(config.LUOSHI_HOME);
  home.prepare();
  const release = await claim(home);
  const stopping = new AbortController();
  const { signal } = stopping;
  const stop = () => stopping.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop); // again and again: stopping goes on
  // bin/luoshi.js, which stands between us and the terminal, was killed.
  process.once('disconnect', stop).channel?.unref();
  const asked = once(signal, 'abort');
  const launcher = new Launcher({ config, home, signal, watch: args.includes('--watch') });
  try {
    console.log('Starting Luoshi …');
    const { address, signIns } = await Promise.race([launcher.up(), launcher.failed]);
    console.log(`\nLuoshi runs at ${address}\n`);
    if (signIns.length > 0) console.log(`${describeSignIns(signIns)}\n`);
    console.log('Ctrl-C stops it.');
    await Promise.race([asked, launcher.failed]);
  } catch (error) {
    if (!signal.aborted) throw error; // what is cut short by stopping is no failure
  } finally {
    if (signal.aborted) console.log('Stopping …');
    stopping.abort();
    await launcher.down();
    release();
  }
  return 0;
}
