import { type Audience, audiences, type ReportState, reportStates } from '#contracts/status';
import { type Language, languages } from '#i18n/language';
import { IsIn } from 'class-validator';
import { PersonNameDto } from '../http/names.dto.js';
import { ApiProperty } from '@nestjs/swagger';

export class RequestReportDto {
  @ApiProperty({ enum: audiences, enumName: 'Audience' })
  @IsIn(audiences)
  audience: Audience;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  @IsIn(languages)
  language: Language;
}

export class ReportMeetingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String, format: 'uuid' })
  mechanismId: string;
}

export class ReportDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => ReportMeetingDto })
  meeting: ReportMeetingDto;

  @ApiProperty({ enum: audiences, enumName: 'Audience' })
  audience: Audience;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  language: Language;

  @ApiProperty({ enum: reportStates, enumName: 'ReportState' })
  state: ReportState;

  @ApiProperty({ type: 'integer' })
  progress: number;

  @ApiProperty({ type: 'integer', nullable: true })
  bytes: number | null;

  @ApiProperty({ type: String, nullable: true })
  errorCode: string | null;

  @ApiProperty({ type: () => PersonNameDto, nullable: true })
  requestedBy: PersonNameDto | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readyAt: string | null;
}

export class ReportsDto {
  @ApiProperty({ type: () => ReportDto, isArray: true })
  items: ReportDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
