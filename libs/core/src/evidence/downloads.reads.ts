import type { EvidenceKind } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

/** What somebody did with a file: took it, or looked at pages of it. */
export type Reading = 'evidence.downloaded' | 'evidence.viewed';

/** A file that somebody may read, and what is said of it. */
export interface EvidenceFile {
  id: string;
  mechanismId: string;
  meetingId: string;
  measureId: string | null;
  title: string;
  kind: EvidenceKind;
  documentOn: string | null;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  fileKey: string;
  disclosed: 'no' | 'yes' | 'taken_back';
  /** Of the measure; null where it hangs on a signed document. */
  areaOrdinal: number | null;
  ordinal: number | null;
  /** Of the measure or the signed document. */
  placeTitle: string;
  /** How his side's ledger says that the reader read it lately; null where there is no ledger for him to stand in. */
  noted: Reading[] | null;
}

/**
 * One person's reading of one file counts once in so many minutes: a video is read in hundreds of ranges, and no reading
 * that begins behind the first byte goes unnoted.
 */
const readingMinutes = 60;
export const latelySql = (person: string, since: string) =>
  `a.verb in ('evidence.downloaded', 'evidence.viewed') and a.actor_person_id = ${person} and a.at > ${since}`;
export const latelySince = (now: Date) => new Date(now.getTime() - readingMinutes * 60_000);

/** Both sides' disclosed files, with the words they were disclosed with, and the reader's own side's. */
const filesSql = `select distinct on (f.id) f.*, f.bytes::float8 as bytes,
    case when d.id is null then 'no' when d.taken_back_at is null then 'yes' else 'taken_back' end as disclosed,
    coalesce(m.meeting_id, s.meeting_id) as "meetingId", coalesce(m.title, s.title) as "placeTitle",
    m.area_ordinal as "areaOrdinal", m.ordinal,
    case when exists (select from ledger l where l.mechanism_id = f."mechanismId" and l.party_id = $2::uuid)
      then array(select a.verb from activity a where a.subject_id = f.id and ${latelySql('$3', '$4')}) end as noted
  from (
    select id, mechanism_id as "mechanismId", measure_id as "measureId", signed_document_id as "signedDocumentId", title, kind,
      document_on::text as "documentOn", file_name as "fileName", media_type as "mediaType", bytes, sha256, file_key as "fileKey", 1 as rank
    from disclosed_evidence where id = any($1::uuid[]) and file_key is not null
    union all
    select r.id, r.mechanism_id, e.measure_id, e.signed_document_id, e.title, e.kind,
      e.document_on::text, r.file_name, r.media_type, r.bytes, r.sha256, r.file_key, 2
    from evidence_revision r join evidence e on e.id = r.evidence_id
    where r.id = any($1::uuid[]) and r.state = 'available' and r.file_key is not null
  ) f
  left join disclosed_evidence d on d.id = f.id
  left join measure m on m.id = f."measureId"
  left join signed_document s on s.id = f."signedDocumentId"
  order by f.id, f.rank`;

@Injectable()
export class DownloadsReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** All of them, in the order asked for; a single one that this person may not read, and there are none. */
  async files(actor: Actor, ids: string[]): Promise<EvidenceFile[]> {
    const params = [ids, actor.side, actor.personId, latelySince(this.clock.now())];
    const rows = await this.db.read<EvidenceFile>(actor, filesSql, params);
    const of = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found(of.get(id)));
  }
}
