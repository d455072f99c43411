import { Converter } from 'opencc-js/t2cn';

/** OpenCC leaves these as they are in Hong Kong's script, where the mainland writes another character. */
const remaining: Record<string, string> = { 著: '着', 藉: '借', 谘: '咨', 諮: '咨' };

type ConverterOf = (scripts: { from: 'hk'; to: 'cn' }) => (text: string) => string;

let converter: ((text: string) => string) | undefined;

/** Folds a text for finding: Simplified characters, lower case, one width, single spaces. Not for reading. */
export function fold(text: string): string {
  converter ??= (Converter as ConverterOf)({ from: 'hk', to: 'cn' });
  return converter(text.normalize('NFKC'))
    .replace(/[著藉谘諮]/g, (character) => remaining[character] ?? character)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
