import { parseMemorandum } from '../parse.js';
import { endless } from './endless.js';

// A pattern that backtracks badly would need hours; how many milliseconds a megabyte takes is for the soak to say.
test.each(endless(200_000))(
  'a text without end is read to its end: %s',
  (_, text) => expect(parseMemorandum(text)).toHaveProperty('ok'),
  30_000,
);
