import { v7 as uuid } from 'uuid';
import type { Ground } from './ground.js';

interface Submitted {
  id: string;
  measureId: string;
  organisationId: string;
  authorId: string;
}

/** Updates that wait for their coordinator, the same in both databases, handed out once each. */
export class Waiting {
  private readonly left: Record<'api' | 'bare', string[]> = { api: [], bare: [] };

  constructor(
    private readonly ground: Ground,
    private readonly databases: Record<'api' | 'bare', string>,
    private readonly partyId: string,
  ) {}

  /** One for every measure that has none under way, in no order, so that mechanisms take turns. */
  async prepare(most: number): Promise<void> {
    const chosen = await this.ground.asSuper(this.databases.api, async (client) => {
      const { rows } = await client.query<Omit<Submitted, 'id'>>(
        `select a.measure_id as "measureId", a.lead_id as "organisationId", p.id as "authorId" from assignment a
         join lateral (select id from person where organisation_id = a.lead_id and 'officer' = any(roles) limit 1) p on true
         where a.party_id = $1 and not exists (select from "update" u where u.measure_id = a.measure_id
           and u.party_id = a.party_id and u.state in ('draft', 'submitted', 'endorsed', 'returned'))
         order by md5(a.id::text) limit $2`,
        [this.partyId, most],
      );
      return rows.map((row): Submitted => ({ id: uuid(), ...row }));
    });
    for (const side of ['api', 'bare'] as const) {
      const ids = await this.ground.asSuper(this.databases[side], async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `insert into "update" (id, mechanism_id, measure_id, party_id, organisation_id, author_id, state, status, text,
             next_step, created_at, submitted_at, version)
           select r.id, m.mechanism_id, m.id, $2, r."organisationId", r."authorId", 'submitted', 'on_target',
             '本季度已召開兩次工作會議，確定下一階段分工；首輪交流活動順利舉行。', '下一季度安排第二次會議。',
             '2026-01-01Z', '2026-01-02Z', 2
           from json_to_recordset($1::json) as r(id uuid, "measureId" uuid, "organisationId" uuid, "authorId" uuid)
           join measure m on m.id = r."measureId"
           where not exists (select from "update" u where u.measure_id = m.id and u.organisation_id = r."organisationId"
             and u.state in ('draft', 'submitted', 'endorsed', 'returned')) returning id`,
          [JSON.stringify(chosen), this.partyId],
        );
        await client.query('vacuum (analyze) "update"');
        return new Set(rows.map(({ id }) => id));
      });
      // In one order on both sides, so that they clear the same ones.
      this.left[side].push(...chosen.map(({ id }) => id).filter((id) => ids.has(id)));
    }
  }

  take(side: 'api' | 'bare'): string | undefined {
    return this.left[side].pop();
  }
}
