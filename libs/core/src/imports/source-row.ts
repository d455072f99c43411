import type { Meeting } from '#core/meetings/meeting.entity';
import type { Source } from '#core/meetings/source.entity';
import { v7 as uuid } from 'uuid';
import type { Import } from './import.entity.js';

/** The text of an import as a source of a meeting of the record. */
export function sourceRow(row: Import, { id: meetingId, mechanismId }: Meeting, adoptedAt: Date): Source {
  const { kind, fileName, sha256, fileKey, bytes, text, textSha256 } = row;
  return {
    ...{ id: uuid(), mechanismId, meetingId, kind, fileName, sha256, fileKey, bytes },
    ...{ text, textSha256, adoptedAt },
  };
}

/** What the joint ledger keeps of it; whether a copy of the text is the same, its hash tells. */
export const recordedSource = ({ id, kind, fileName, sha256, bytes, text, textSha256 }: Source) => ({
  ...{ id, kind, fileName, sha256, bytes, text, textSha256 },
});
