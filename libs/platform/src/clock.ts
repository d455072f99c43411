/** What time it is: real, or set by the CLOCK variable for demonstrations and tests; it runs on either way. */
export class Clock {
  private readonly offset: number;

  constructor(startedAt = '') {
    this.offset = startedAt ? Date.parse(startedAt) - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Today's calendar date in Hong Kong and Shanghai, which share UTC+8. */
  today(): string {
    return new Date(this.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }
}
