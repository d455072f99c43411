import type { Words } from '#contracts/suggestions';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { shortTitle } from '#memorandum/short-title';
import { actionsOf } from '#memorandum/suggestions/actions';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

export interface SuggestedAction extends Words {
  title: string;
}

@Injectable()
export class ActionsReads {
  constructor(private readonly db: Db) {}

  /** What a measure of several sentences offers to be broken into. Made of its words whenever it is asked. */
  async suggested(actor: Actor, measureId: string): Promise<{ items: SuggestedAction[] }> {
    const { text } = found(
      await this.db.readOne<{ text: string }>(actor, 'select text from measure where id = $1', [measureId]),
    );
    return { items: actionsOf(text).map((each) => ({ ...each, title: shortTitle(each.words) })) };
  }
}
