import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleEnvironment, readConfig } from './config.js';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3000,
      DATABASE_URL: null,
      DEMO: 'off',
      LUOSHI_HOME: '.luoshi',
    });
  });

  it('takes an empty value for an absent one', () => {
    expect(readConfig({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ PORT: 3000, SMTP_URL: null });
  });

  it.each([
    ['PORT', 'http', 'PORT is "http"; expected a whole number from 1 to 65535.'],
    ['PORT', '70000', 'PORT is "70000"; expected a whole number from 1 to 65535.'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent.',
    ],
    ['CLOCK', 'noon', 'CLOCK is "noon"; expected an instant such as 2026-11-20T09:00+08:00.'],
  ])('stops at %s=%s and says how to mend it', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  it('does not repeat an address, which may hold a password', () => {
    const read = () => readConfig({ DATABASE_URL: 'mysql://luoshi:hunter2@localhost/luoshi' });
    expect(read).toThrow(/^DATABASE_URL is "\(not shown\)"; expected an address such as postgres:/);
    expect(read).not.toThrow(/hunter2/);
  });

  it('is what .env.example documents', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8')).toBe(
      exampleEnvironment(),
    );
  });
});
