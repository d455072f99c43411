import { QUEUE } from '#core/jobs/jobs.service';
import { Problem } from '#core/problem';
import { Db, SYSTEM } from '#platform/db';
import type { JobQueue } from '#platform/queue';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../http/request.js';

/** For load balancers: alive, and able to do its work. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly db: Db,
    @Inject(QUEUE) private readonly queue: JobQueue,
  ) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    try {
      await Promise.all([this.db.read(SYSTEM, 'select 1'), this.queue.ping()]);
    } catch {
      throw new Problem('unavailable');
    }
    return { status: 'ok' };
  }
}
