// Lets Node run the TypeScript sources without a build: `node --conditions=source --import ./bin/source.js x.ts`.
// Node's own type stripping knows no decorators, so SWC compiles, with the settings of the build.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

const { $schema, exclude, sourceMaps, ...settings } = JSON.parse(
  readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'),
);

registerHooks({
  resolve(specifier, context, next) {
    const fromSource =
      /\.tsx?$/.test(context.parentURL ?? '') && !context.parentURL.includes('/node_modules/');
    if (!fromSource || !/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
    try {
      return next(specifier.replace(/\.js$/, '.ts'), context);
    } catch {
      return next(specifier.replace(/\.js$/, '.tsx'), context);
    }
  },
  load(url, context, next) {
    if (!/^file:.*\.tsx?$/.test(url) || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...settings,
      filename,
      swcrc: false,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
