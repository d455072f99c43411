import type { JobName } from '#core/jobs/jobs.service';

/** The whole calendar on one screen. Cron, in Hong Kong time; every sweep may run at any time and twice. */
export const schedule: Partial<Record<JobName, string>> = {
  'sweep-reminders': '0 9-17 * * *',
  'sweep-pending-jobs': '* * * * *',
  'sweep-mails': '*/10 * * * *',
  'sweep-uploads': '*/5 * * * *',
  'sweep-sessions': '15 3 * * *',
  'sweep-keys': '20 3 * * *',
  'sweep-files': '30 3 * * *',
  'compare-files': '0 2 * * *',
};

/** What runs once when a worker starts, so that nothing waits for the next hour after an interruption. */
export const atStart: JobName[] = ['sweep-pending-jobs', 'sweep-reminders', 'sweep-mails', 'sweep-uploads'];
