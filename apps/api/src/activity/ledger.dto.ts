import { type Difference, differences } from '#contracts/ledgers';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PartyDto, TrilingualDto } from '../http/names.dto.js';

export class LedgersQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  mechanism?: string;
}

export class VerificationQueryDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 1,
    description: 'The `next` of the part before.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  from?: number;
}

export class MechanismNameDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => TrilingualDto })
  name: TrilingualDto;
}

export class LedgerAbilitiesDto {
  /** False while there is nothing in it. */
  @ApiProperty({ type: Boolean })
  verify: boolean;
}

/** `joint`: the one that both sides read; else that of the reader's own side, `party`. */
export class LedgerDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: Boolean })
  joint: boolean;

  @ApiProperty({ type: () => MechanismNameDto })
  mechanism: MechanismNameDto;

  @ApiProperty({ type: () => PartyDto, nullable: true })
  party: PartyDto | null;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: () => LedgerAbilitiesDto })
  abilities: LedgerAbilitiesDto;
}

export class LedgersDto {
  @ApiProperty({ type: () => LedgerDto, isArray: true })
  items: LedgerDto[];
}

export class BreakDto {
  @ApiProperty({ type: 'integer' })
  sequence: number;

  @ApiProperty({ enum: differences, enumName: 'Difference' })
  difference: Difference;
}

/** One part of a verification; while `next` is a number, ask again with `from`. */
export class VerificationDto {
  @ApiProperty({ type: String, format: 'uuid' })
  ledgerId: string;

  @ApiProperty({ type: 'integer' })
  from: number;

  @ApiProperty({ type: 'integer' })
  verifiedTo: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at: string | null;

  @ApiProperty({ type: String, nullable: true })
  hash: string | null;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer', nullable: true })
  next: number | null;

  @ApiProperty({ type: () => BreakDto, nullable: true })
  broken: BreakDto | null;
}
