import type { DraftMeeting } from '#contracts/draft';
import { fold } from '#i18n/fold';
import type { Trilingual } from '#i18n/language';
import type { Tx } from '#platform/db';

/** The mechanism of the actor's own side that a draft's meeting belongs to, by its name or by its two sides; null where none or several fit. */
export async function mechanismOf(tx: Tx, meeting: DraftMeeting): Promise<string | null> {
  const known = await tx.query<{ id: string; name: Trilingual; left: Trilingual; right: Trilingual }>(
    `select c.id, c.name, l.name as left, r.name as right from mechanism c
     join party l on l.id = c.left_party_id join party r on r.id = c.right_party_id
     where actor_side() in (c.left_party_id, c.right_party_id)`,
  );
  const name = fold(meeting.mechanism ?? '');
  const sides = meeting.sides.map(fold);
  const called = known.filter((mechanism) =>
    names(mechanism.name).some((own) => name !== '' && own.includes(name)),
  );
  const between = known.filter(({ left, right }) =>
    [left, right].every((party) =>
      names(party).some((own) => sides.some((side) => side.includes(own) || own.includes(side))),
    ),
  );
  const fitting = called.length === 1 ? called : between;
  return fitting.length === 1 ? fitting[0]!.id : null;
}

const names = (name: Trilingual) => [name.hant, name.hans, name.en].map(fold);
