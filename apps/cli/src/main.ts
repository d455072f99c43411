import { existsSync } from 'node:fs';

import { ConfigError } from '#platform/config';

import { commands } from './commands.js';
import { Trouble } from './trouble.js';

async function help(): Promise<void> {
  console.log('luoshi COMMAND [OPTION …]\n');
  for (const [name, load] of Object.entries(commands))
    console.log(`  ${name.padEnd(12)} ${(await load()).summary}`);
}

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env'); // what the environment says already, wins
  if (['help', '--help', '-h'].includes(name)) {
    await help();
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  if (!command) throw new Trouble(`There is no command "${name}". \`luoshi help\` lists them.`);
  return command.run(args);
}

/** What the person at the terminal can mend: a wrong option, a wrong variable, a trouble that a command names. */
function isPlain(error: unknown): error is Error {
  if (error instanceof Trouble || error instanceof ConfigError) return true;
  return String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isPlain(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
