import { languages } from '#i18n/language';
import { previews } from './preview.js';

const each = languages.flatMap((language) => [
  ['mention', language] as const,
  ['request', language] as const,
]);

it.each(each)('names who, and the measure: %s in %s, on one line each', async (kind, language) => {
  const { subject, html, text } = await previews[kind]!(language);
  for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|undefined/);
  expect(subject).toMatch(/[九9]\.2/);
  expect(html).toContain(`lang="${language}"`);
  expect(html).toContain('lang="zh-Hant-HK"');
  expect(text).toContain('http://localhost:3000/measures/');
  expect(subject).not.toContain('\n');
});
