import { type EvidenceState, evidenceStates } from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';

export class FileDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: String })
  mediaType: string;

  @ApiProperty({ type: 'integer' })
  bytes: number;
}

export class EvidenceDto extends FileDto {
  @ApiProperty({ type: String })
  sha256: string;

  @ApiProperty({ enum: evidenceStates, enumName: 'EvidenceState' })
  state: EvidenceState;

  @ApiProperty({ type: Boolean })
  scanned: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}
