import { type ConfirmationKind, confirmationKinds } from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ReasonDto } from '../updates/update-input.dto.js';

export class ProposeConfirmationDto extends ReasonDto {
  @ApiProperty({ enum: confirmationKinds, enumName: 'ConfirmationKind' })
  @IsIn(confirmationKinds)
  kind: ConfirmationKind;
}
