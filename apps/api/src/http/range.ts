import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min } from 'class-validator';

/** [start, end) in UTF-16 units of a text. */
export const ApiRange = (description?: string): PropertyDecorator =>
  ApiProperty({
    ...{ type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 },
    ...(description !== undefined && { description }),
  });

export function IsRange(): PropertyDecorator {
  return (target, property) => {
    IsArray()(target, property);
    ArrayMinSize(2)(target, property);
    ArrayMaxSize(2)(target, property);
    IsInt({ each: true })(target, property);
    Min(0, { each: true })(target, property);
    Max(limits.importCharacters, { each: true })(target, property);
  };
}
