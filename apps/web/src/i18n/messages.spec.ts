import { languages } from '#i18n/language';
import { domain } from '#i18n/messages/domain';
import { webDesk } from '#i18n/messages/web-desk';
import { webDocuments } from '#i18n/messages/web-documents';
import { webEvidence } from '#i18n/messages/web-evidence';
import { webImport } from '#i18n/messages/web-import';
import { webImportMoves } from '#i18n/messages/web-import-moves';
import { webLineage } from '#i18n/messages/web-lineage';
import { webMeasure } from '#i18n/messages/web-measure';
import { webMeeting } from '#i18n/messages/web-meeting';
import { webReading } from '#i18n/messages/web-reading';
import { webRecords } from '#i18n/messages/web-records';
import { webRegister } from '#i18n/messages/web-register';
import { webShell } from '#i18n/messages/web-shell';
import { webSuggestions } from '#i18n/messages/web-suggestions';
import { webWork } from '#i18n/messages/web-work';

const groups: Record<string, Record<string, Record<string, string>>> = {
  ...{
    domain,
    webDesk,
    webDocuments,
    webEvidence,
    webImport,
    webImportMoves,
    webLineage,
    webMeasure,
    webMeeting,
    webReading,
    webRecords,
    webRegister,
    webShell,
    webSuggestions,
    webWork,
  },
};

const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const names = { 'side.name': ['mark', 'name'] };

describe.each(Object.entries(groups))('the texts of %s', (_, messages) => {
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
