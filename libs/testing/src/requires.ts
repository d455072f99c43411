import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What a test may need that `npm ci` does not bring. */
export type Requirement = 'chromium' | 'redis' | 'clamd' | 'memoranda' | 'mount';

/** The folder of the official texts, which are no part of this repository. */
export const MEMORANDA = join(import.meta.dirname, '../../../../shared/memoranda');

/** First of these names that stands on the PATH and may be run. */
function onPath(...names: string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Whether a small disk in memory can be mounted here, tried once; answers with the program that does it. */
function mounting(): string | undefined {
  const program = onPath('mount');
  if (!program || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-mount-'));
  try {
    execFileSync(program, ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return program;
  } catch {
    return undefined;
  } finally {
    rmdirSync(folder);
  }
}

const places: Record<Requirement, { find: () => string | undefined; absence: string }> = {
  chromium: {
    find: () =>
      process.env['CHROMIUM'] ??
      onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'),
    absence: 'no Chromium on the PATH',
  },
  redis: { find: () => onPath('redis-server', 'valkey-server'), absence: 'no redis-server on the PATH' },
  clamd: { find: () => onPath('clamd'), absence: 'no clamd on the PATH' },
  memoranda: {
    find: () => (existsSync(MEMORANDA) ? MEMORANDA : undefined),
    absence: 'no folder ../shared/memoranda beside the repository',
  },
  mount: { find: mounting, absence: 'no right to mount a small disk' },
};

/** Path of what is required; undefined where this machine has none. */
export const find = (requirement: Requirement): string | undefined => places[requirement].find();

/** Path of what is required; throws the reason where this machine has none. */
export function demand(requirement: Requirement): string {
  const path = find(requirement);
  if (!path) throw new Error(`Cannot run here: ${places[requirement].absence}.`);
  return path;
}

/**
 * A `describe` that needs something of the machine. Where that is missing its tests are skipped and `npm test`
 * says why; in CI, where nothing may be left out, they fail.
 */
export function describeWith(requirements: Requirement[], name: string, body: () => void): void {
  const absent = requirements.filter((requirement) => !find(requirement)).map((each) => places[each].absence);
  if (absent.length === 0) {
    describe(name, body);
  } else if (process.env['CI']) {
    describe(name, () => {
      test('can run here', () => {
        throw new Error(`CI leaves nothing out, and there is ${absent.join(' and ')}.`);
      });
    });
  } else {
    const omit = describe.skip;
    omit(`${name} [${absent.join('; ')}]`, body);
  }
}
