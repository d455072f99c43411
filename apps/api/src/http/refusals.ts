import { refusals } from '#contracts/abilities';
import { ApiProperty } from '@nestjs/swagger';

/** Why the abilities beside it that are false are so, by their names. */
export const ApiRefusals = () =>
  ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...refusals] },
    description: 'Of each ability that is false, why.',
  });
