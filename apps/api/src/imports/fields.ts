import { tableColumns } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** Decorators of the fields that a draft is made of: documented and checked in one. */
export const most = { areas: 999, measures: 9_999, pieces: 20_000, offices: 50 };

export const ApiRangeOrNull = () =>
  ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 2,
    maxItems: 2,
    nullable: true,
  });

export function Columns(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({
      type: 'array',
      items: { type: 'string', enum: [...tableColumns], nullable: true },
      maxItems: limits.importColumns,
    })(target, property);
    IsArray()(target, property);
    ArrayMaxSize(limits.importColumns)(target, property);
    IsIn([...tableColumns, null], { each: true })(target, property);
  };
}

export function Text(maxLength: number): PropertyDecorator {
  return (target, property) => {
    IsString()(target, property);
    MaxLength(maxLength)(target, property);
  };
}

/** What only some texts have. */
export function Optional(type: () => new () => object): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    ValidateNested()(target, property);
    Type(type)(target, property);
    ApiProperty({ type: () => type(), required: false })(target, property);
  };
}

export function ListOf(type: () => new () => object, maxSize: number, required = true): PropertyDecorator {
  return (target, property) => {
    IsArray()(target, property);
    ArrayMaxSize(maxSize)(target, property);
    ValidateNested({ each: true })(target, property);
    Type(type)(target, property);
    ApiProperty({ type: () => type(), isArray: true, required })(target, property);
  };
}

export function OptionalListOf(type: () => new () => object, maxSize: number): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    ListOf(type, maxSize, false)(target, property);
  };
}
