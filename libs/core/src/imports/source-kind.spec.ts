import { describeWith, MEMORANDA } from '#testing/requires';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftOf } from './read-memorandum.js';
import { sourceKindOf } from './source-kind.js';

describeWith(['memoranda'], 'what a text is, by what stands round its list', () => {
  it.each([
    ['yugang-1-memorandum.txt', 'annex'],
    ['us-canada-2021-roadmap.txt', 'annex'],
    ['zhegang-1-press-release.txt', 'press_release'],
    ['synthetic-press-release-en.txt', 'press_release'],
    ['yugang-1-newspaper.txt', 'newspaper'],
    ['hugang-6-newspaper.txt', 'newspaper'],
    ['zhegang-1-newspaper-page.txt', 'newspaper'],
  ])('%s: %s', (name, kind) => {
    expect(sourceKindOf(draftOf(readFileSync(join(MEMORANDA, name), 'utf8')))).toBe(kind);
  });
});
