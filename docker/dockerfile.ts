import { readFileSync } from 'node:fs';

export interface Instruction {
  /** In capitals: COPY, RUN, … */
  name: string;
  /** What follows, without flags. */
  text: string;
  flags: Record<string, string>;
}

/** The instructions of a Dockerfile's last stage, in their order. */
export function lastStage(file: string): Instruction[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim());
  const instructions = lines.map((line) => {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    const flags: Record<string, string> = {};
    let text = rest;
    // Only at the front: the one of `RUN npm ci --omit=dev` is npm's.
    for (let flag; (flag = /^--([\w-]+)=(\S+)\s+/.exec(text)); text = text.slice(flag[0].length)) {
      flags[flag[1] as string] = flag[2] as string;
    }
    return { name: name.toUpperCase(), text, flags };
  });
  return instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM') + 1);
}
