// `npm test`: installs and builds where needed, runs every test that this machine can run, says which it could
// not and why, and ends with one plain line of figures. Arguments go to Jest (`npm test -- libs/core`).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { findNode, main, Plain, run } from './node.js';

/** Skipped tests by the reason that stands in brackets in their group's title (libs/testing/src/requires.ts). */
function reasons({ testResults }) {
  const counts = new Map();
  for (const { assertionResults } of testResults) {
    for (const { status, ancestorTitles } of assertionResults) {
      if (status !== 'pending' && status !== 'todo') continue;
      const reason =
        ancestorTitles.map((title) => / \[(.+)\]$/.exec(title)?.[1]).find(Boolean) ?? 'marked as skipped';
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return counts;
}

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-results-'));
  try {
    const file = join(folder, 'results.json');
    const code = await run(findNode(), [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${file}`,
      ...process.argv.slice(2),
    ]);
    if (!existsSync(file)) throw new Plain(`Jest ended with ${code} before it had results.`);
    const results = JSON.parse(readFileSync(file, 'utf8'));
    const omitted = reasons(results);
    const skipped = results.numPendingTests + results.numTodoTests;
    // A file that does not even load has no tests to count, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (skipped > 0) {
      console.log('\nNot run:');
      for (const [reason, count] of omitted)
        console.log(`  ${count} ${count === 1 ? 'test' : 'tests'}: ${reason}`);
    }
    const strict = Boolean(process.env.CI);
    if (strict && skipped > 0) console.log('CI leaves nothing out: this run counts as failed.');
    console.log(
      `\n${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    );
    return code !== 0 ? code : strict && skipped > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
