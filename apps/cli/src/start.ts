import { once } from 'node:events';

import { readConfig } from '#platform/config';

import { Home } from './start/home.js';
import { Launcher } from './start/launcher.js';
import { takeLock } from './start/lock.js';
import { describeSignIns } from './start/sign-ins.js';
import { Trouble } from './trouble.js';

export const summary = 'run the whole system on this machine until Ctrl-C';

export async function run(args: string[]): Promise<number> {
  const config = readConfig();
  const home = new Home(config.LUOSHI_HOME);
  home.prepare();
  const release = takeLock(home.of('lock'));
  if (!release) {
    const address = home.readRunning()?.address;
    throw new Trouble(
      `Luoshi is running from ${home.path} already${address ? `, at ${address}` : ''}. ` +
        'Stop it first, or set LUOSHI_HOME to another folder.',
    );
  }

  const stopping = new AbortController();
  const { signal } = stopping;
  const stop = () => stopping.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop); // again and again: stopping goes on
  const asked = once(signal, 'abort');
  const launcher = new Launcher({ config, home, signal, watch: args.includes('--watch') });
  try {
    console.log('Starting Luoshi …');
    const { address, signIns } = await Promise.race([launcher.up(), launcher.failed]);
    console.log(`\nLuoshi runs at ${address} (Ctrl-C stops it)\n`);
    if (signIns.length > 0) console.log(`${describeSignIns(signIns)}\n`);
    await Promise.race([asked, launcher.failed]);
  } catch (error) {
    if (!signal.aborted) throw error; // what is cut short by stopping is no failure
  } finally {
    stopping.abort();
    console.log('Stopping …');
    await launcher.down();
    release();
  }
  return 0;
}
