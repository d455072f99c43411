import { check, texts } from './texts.js';

test.each(Object.entries(texts))('the bench reads what it times: %s', (name, text) => {
  expect(() => check(name, text)).not.toThrow();
});
