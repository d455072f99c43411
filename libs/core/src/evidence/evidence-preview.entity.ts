import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvidenceRevision } from './evidence-revision.entity.js';

/** Where a page lies among the others in the preview's file, in bytes; how large it is, in pixels; 0 for a text. */
export interface PreviewPlace {
  start: number;
  length: number;
  width: number;
  height: number;
}

/**
 * What can be looked at of a revision's file: pages as pictures, or text. Its side's own, and the other side's to read
 * for as long as the file is disclosed. A row without pages says that there is nothing to draw.
 */
@Entity()
@Check(
  'ck_evidence_preview_drawn',
  `num_nonnulls(media_type, file_key) = case when jsonb_array_length(pages) > 0 then 2 else 0 end`,
)
export class EvidencePreview {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EvidenceRevision, { onDelete: 'CASCADE' })
  revisionId: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  /** Of each page. */
  @Column('text', { nullable: true })
  mediaType: 'image/webp' | 'text/plain' | null;

  /** How many pages the file has; more than were drawn, perhaps. */
  @Column('int')
  pageCount: number;

  @Column('jsonb')
  pages: PreviewPlace[];

  /** In the storage: all pages one behind the other. */
  @Column('text', { nullable: true })
  fileKey: string | null;
}
