import { languages } from '#i18n/language';
import { type MeasureDueProps, renderMeasureDue } from './measure-due.js';
import { previews } from './preview.js';

const props: MeasureDueProps = {
  recipient: '陳詠琳',
  meeting: '滬港合作會議第六次會議',
  measure: { number: '二.1', title: '支持科研合作', lang: 'zh-Hant-HK' },
  dueOn: '2026-12-01',
  today: '2026-11-20',
  workingDays: 7,
  leadUnit: '創新科技及工業局',
  inPlaceOf: null,
  link: 'https://luoshi.example/measures/019a0000-0000-7000-8000-000000000001?tab=updates&from=mail',
};

describe('the reminder that a measure is due', () => {
  it('says what is due, when, whose it is and where to go, in both parts', async () => {
    const { subject, html, text } = await renderMeasureDue(props, 'zh-Hant-HK');
    expect(subject).toBe('二.1 支持科研合作：還有 7 個工作天到期');
    for (const part of [html, text]) {
      for (const word of [
        '陳詠琳',
        '滬港合作會議第六次會議',
        '二.1 支持科研合作',
        '2026年12月1日（星期二）',
        '創新科技及工業局',
      ]) {
        expect(part).toContain(word);
      }
    }
    expect(text).toContain(`\n${props.link}\n`);
    expect(html).toContain(
      'href="https://luoshi.example/measures/019a0000-0000-7000-8000-000000000001?tab=updates&amp;from=mail"',
    );
    expect(html).toContain('<html dir="ltr" lang="zh-Hant-HK">');
    expect(html).not.toMatch(/<img|<script|@import|background-image/);
  });

  it.each([
    [{ dueOn: '2026-11-20', workingDays: 0 }, '今天到期', '今天到期', 'due today'],
    [
      { dueOn: '2026-11-23', workingDays: 1 },
      '還有 1 個工作天到期',
      '还有 1 个工作日到期',
      'due in 1 working day',
    ],
    [
      { dueOn: '2026-11-21', workingDays: 0 },
      '明天到期，並非工作天',
      '明天到期，且非工作日',
      'due tomorrow, which is not',
    ],
    [{ dueOn: '2026-11-22', workingDays: 0 }, '還有 2 天到期', '还有 2 天到期', 'due in 2 days'],
    [
      { dueOn: '2026-11-19', workingDays: -1 },
      '已逾期 1 個工作天',
      '已逾期 1 个工作日',
      'overdue by 1 working day',
    ],
    [
      { dueOn: '2026-11-17', workingDays: -3 },
      '已逾期 3 個工作天',
      '已逾期 3 个工作日',
      'overdue by 3 working days',
    ],
    [{ dueOn: '2026-11-19', workingDays: 0 }, '已逾期 1 天', '已逾期 1 天', 'overdue by 1 day'],
    [{ dueOn: '2026-11-18', workingDays: 0 }, '已逾期 2 天', '已逾期 2 天', 'overdue by 2 days'],
  ])('counts %j in three languages', async (when, hant, hans, en) => {
    const subjects = await Promise.all(
      languages.map(async (language) => (await renderMeasureDue({ ...props, ...when }, language)).subject),
    );
    expect(subjects[0]).toContain(hant);
    expect(subjects[1]).toContain(hans);
    expect(subjects[2]).toContain(en);
  });

  it('asks for more only where it is late', async () => {
    expect((await renderMeasureDue(props, 'en')).text).not.toContain('later date');
    expect((await renderMeasureDue({ ...props, dueOn: '2026-11-19', workingDays: -1 }, 'en')).text).toContain(
      'propose a later date',
    );
  });

  it('escapes everything and keeps one line one line', async () => {
    const hostile = '<script>alert("1")</script>\r\nBcc: x@example.com & {{name}}';
    const { subject, html, text } = await renderMeasureDue(
      {
        ...props,
        recipient: hostile,
        meeting: hostile,
        leadUnit: hostile,
        measure: { number: '<b>1', title: hostile, lang: '"><i>' },
        link: 'https://luoshi.example/?q="><script>',
      },
      'en',
    );
    expect(html).not.toMatch(/<script|<b>|<i>/);
    expect(html).toContain('&lt;script&gt;');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it.each(languages)('leaves no text unfilled and no foreign word, %s', async (language) => {
    for (const preview of Object.values(previews)) {
      const { subject, html, text } = await preview(language);
      for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|undefined|null/);
      if (language !== 'en') expect(text.replace(/https?:\S+/, '')).not.toMatch(/[A-Za-z]/);
      expect(html).toContain(`lang="${language}"`);
    }
  });
});
