// Plain JavaScript: Jest imports this file itself, before there is anything that could compile TypeScript.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts the process that makes the suites' databases; see ground.ts. Its address goes to the workers. */
export default async function globalSetup() {
  const ground = spawn(
    process.execPath,
    ['--conditions=source', '--import', './bin/source.js', 'libs/testing/src/ground.ts'],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const address = await Promise.race([
    once(ground.stdout, 'data').then(([line]) => String(line).trim()),
    once(ground, 'exit').then(([code]) => {
      throw new Error(`The process for the tests' databases ended with ${code} (its words are above).`);
    }),
  ]);
  process.env.LUOSHI_TEST_GROUND = address;
  globalThis.ground = ground;
}
