import { type MailState, mailStates } from '#core/mails/mail.entity';
import { type Language, languages } from '#i18n/language';
import { ApiProperty } from '@nestjs/swagger';

export class RecipientDto {
  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String })
  address: string;
}

export class MailRowDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => RecipientDto })
  to: RecipientDto;

  @ApiProperty({ type: String })
  subject: string;

  @ApiProperty({ type: String })
  kind: string;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  language: Language;

  @ApiProperty({ enum: mailStates, enumName: 'MailState' })
  state: MailState;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class MailDto extends MailRowDto {
  @ApiProperty({ type: String })
  html: string;

  @ApiProperty({ type: String })
  text: string;
}

export class MailsDto {
  @ApiProperty({ type: () => MailRowDto, isArray: true })
  items: MailRowDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
