import { ActivityService } from '#core/activity/activity.service';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { Mechanism } from './mechanism.entity.js';
import { canSetThresholds } from './mechanism.policy.js';

export type Thresholds = Pick<Mechanism, 'warningDays' | 'freshnessDays'>;

@Injectable()
export class MechanismsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /** Sets what the lights of a mechanism are measured by, for both sides and its observers. */
  async setThresholds(
    actor: Actor,
    id: string,
    { warningDays, freshnessDays }: Thresholds,
    version: number,
  ): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const mechanism = found(await tx.lock(Mechanism, id));
      demand(canSetThresholds(actor, mechanism));
      demandVersion(mechanism, version);
      await tx.manager.update(Mechanism, id, { warningDays, freshnessDays, version: version + 1 });
      await this.activity.recordJoint(tx, actor, {
        verb: 'thresholds.changed',
        mechanismId: id,
        subjectId: id,
        changes: { warningDays, freshnessDays },
      });
    });
  }
}
