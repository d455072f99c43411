import { parseArgs, type ParseArgsConfig } from 'node:util';

import { Trouble } from './trouble.js';

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O & { help: { type: 'boolean' } }; allowPositionals: true }>
>;

/**
 * A command's options and the words between them; null where its help was asked for, which is then printed.
 * @throws Trouble that names the argument which is wrong
 */
export function readArguments<const O extends Options>(
  args: string[],
  { usage, options }: { usage: string; options: O },
): Parsed<O> | null {
  let parsed: Parsed<O>;
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const found: unknown = parseArgs({ args, options: { ...options, help }, allowPositionals: true });
    parsed = found as Parsed<O>;
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n\n${usage}`);
  }
  if (!(parsed.values as { help?: boolean }).help) return parsed;
  console.log(usage);
  return null;
}

/** A whole number of an option. */
export function wholeNumber(name: string, text: string | undefined, min: number, max: number): number {
  const value = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || value < min || value > max) {
    throw new Trouble(
      `--${name} is ${text === undefined ? 'missing' : `"${text}"`}; expected a whole number from ${min} to ${max}.`,
    );
  }
  return value;
}
