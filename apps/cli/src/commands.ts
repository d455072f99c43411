/** What a command's module exports. */
export interface Command {
  /** One line of `luoshi help`. */
  summary: string;
  /** @returns the exit code */
  run(args: string[]): Promise<number>;
}

/** Loaded when called for: `luoshi start` shall not carry what `luoshi import` needs. */
export const commands: Record<string, () => Promise<Command>> = {
  start: () => import('./start.js'),
  sample: () => import('./sample.js'),
  migrate: () => import('./migrate.js'),
  import: () => import('./import.js'),
  'bench-data': () => import('./bench-data.js'),
  doctor: () => import('./doctor.js'),
  user: () => import('./user.js'),
  verify: () => import('./verify.js'),
  backup: () => import('./backup.js'),
  restore: () => import('./restore.js'),
};
