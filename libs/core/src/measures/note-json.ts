import { organisationJson } from '#core/people/organisation-json';
import { abilitiesSql, type SqlConditions } from '#core/ruling';

const authored: SqlConditions = [['n.author_id = actor_person()', 'not_author']];

/**
 * The notes on measure m that this reader may read, newest first. The rules are note.policy.ts in SQL; the random
 * test of the policies holds the two against each other.
 */
export const notesJson = `coalesce((select json_agg(json_build_object('id', n.id, 'text', n.text, 'officeOnly', n.office_only,
    'organisation', ${organisationJson('o')}, 'author', json_build_object('id', p.id, 'name', p.name),
    'createdAt', n.created_at, 'editedAt', n.edited_at, 'version', n.version,
    'mentions', coalesce((select json_agg(json_build_object('id', q.id, 'name', q.name) order by q.name)
      from mention x join person q on q.id = x.person_id where x.note_id = n.id), '[]'),
    'unseenId', (select x.id from mention x
      where x.note_id = n.id and x.person_id = actor_person() and x.seen_at is null),
    ${abilitiesSql({ edit: authored, delete: authored })})
    order by n.created_at desc, n.id desc)
  from note n join organisation o on o.id = n.organisation_id join person p on p.id = n.author_id
  where n.measure_id = m.id), '[]')`;
