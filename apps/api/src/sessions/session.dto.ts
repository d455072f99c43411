import { type Role, roles } from '#contracts/status';
import { type Language, languages } from '#i18n/language';
import { OrganisationDto, PartyDto, TrilingualDto } from '../http/names.dto.js';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';

/** Address and password. */
export class SignInDto {
  @ApiProperty({ maxLength: limits.email })
  @IsString()
  @MaxLength(limits.email)
  email: string;

  @ApiProperty({ maxLength: limits.password })
  @IsString()
  @MaxLength(limits.password)
  password: string;
}

export class LanguageDto {
  @ApiProperty({ enum: languages, enumName: 'Language' })
  @IsIn(languages)
  language: Language;
}

export class SelfDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String })
  email: string;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  language: Language;

  @ApiProperty({ enum: roles, enumName: 'Role', isArray: true })
  roles: Role[];
}

export class SessionAbilitiesDto {
  @ApiProperty({ type: Boolean })
  import: boolean;

  @ApiProperty({ type: Boolean })
  work: boolean;

  @ApiProperty({ type: Boolean })
  read: boolean;

  @ApiProperty({ type: Boolean })
  readOutbox: boolean;

  @ApiProperty({ type: Boolean })
  readReports: boolean;

  @ApiProperty({ type: Boolean })
  setLeave: boolean;
}

/** Who is signed in. `side`: whose private work this person reads; null for observers and pure administrators. */
export class SessionDto {
  @ApiProperty({ type: () => SelfDto })
  person: SelfDto;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: () => PartyDto })
  party: PartyDto;

  @ApiProperty({ type: () => PartyDto, nullable: true })
  side: PartyDto | null;

  @ApiProperty({ type: String })
  csrfToken: string;

  @ApiProperty({ type: 'integer' })
  owed: number;

  @ApiProperty({ type: Boolean })
  demo: boolean;

  @ApiProperty({ type: () => SessionAbilitiesDto })
  abilities: SessionAbilitiesDto;
}

export class DemoPersonDto {
  @ApiProperty({ type: String })
  email: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ enum: roles, enumName: 'Role' })
  role: Role;

  @ApiProperty({ type: () => TrilingualDto })
  organisation: TrilingualDto;

  @ApiProperty({ type: () => TrilingualDto })
  party: TrilingualDto;
}

export class DemoDto {
  @ApiProperty({ type: () => DemoPersonDto, isArray: true })
  people: DemoPersonDto[];

  @ApiProperty({ type: String })
  password: string;
}
