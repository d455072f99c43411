import type { Plugin } from 'vite';
import { tokensCss } from './src/theme/tokens.ts';

const name = 'virtual:tokens.css';
const id = '/@luoshi/tokens.css';

/** Writes the tokens as a stylesheet, so that no page needs an inline style and the policy can forbid them. */
export function tokens(): Plugin {
  return {
    name: 'luoshi-tokens',
    resolveId: (source) => (source === name || source === id ? id : null),
    load: (source) => (source === id ? tokensCss() : null),
  };
}
