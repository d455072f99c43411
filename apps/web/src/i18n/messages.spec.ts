import { languages } from '#i18n/language';
import { jointVerbs, ownVerbs } from '#contracts/verbs';
import { verbs } from '#i18n/messages/verbs';
import { readdirSync } from 'node:fs';

type Group = Record<string, Record<string, string>>;

const folder = new URL('../../../../libs/i18n/src/messages/', import.meta.url);
const modules = readdirSync(folder)
  .filter((name) => !name.startsWith('errors'))
  .map(async (name) => Object.entries((await import(new URL(name, folder).href)) as Record<string, Group>));
const groups = (await Promise.all(modules)).flat();

const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const names = { 'side.name': ['mark', 'name'] };

describe.each(groups)('the texts of %s', (_, messages) => {
  const hant = messages['zh-Hant-HK'] ?? {};

  it('put the same values in the three languages', () => {
    for (const [key, text] of Object.entries(hant)) {
      // A side is called by its mark in Chinese and by its name in English.
      if (key in names) continue;
      for (const language of languages)
        expect({ key, values: new Set(values(messages[language]?.[key] ?? '')) }).toEqual({
          key,
          values: new Set(values(text)),
        });
    }
  });

  it('leave no English in Chinese, and no Chinese in English', () => {
    for (const language of languages)
      for (const [key, text] of Object.entries(messages[language] ?? {})) {
        const bare = text.replace(
          /\{\{\w+\}\}|<\/?b>|\b(KB|MB|SHA-256|Shift|Enter|Word|DOCX|PDF|XLSX|CSV)\b/g,
          '',
        );
        expect({
          language,
          key,
          text: language === 'en' ? /\p{Script=Han}/u.test(bare) : /[a-z]{2}/i.test(bare),
        }).toEqual({
          ...{ language, key },
          text: false,
        });
      }
  });
});

it('has words for everything that the activity record can say', () => {
  expect(Object.keys(verbs.en).toSorted()).toEqual([...jointVerbs, ...ownVerbs].toSorted());
});
