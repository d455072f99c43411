import { type FieldError, Problem } from '#core/problem';
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

function flatten(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = parent ? `${parent}.${property}` : property;
    const own = Object.keys(constraints ?? {}).map((code) => ({ path: path.slice(0, 200), code }));
    return [...own, ...flatten(children ?? [], path)];
  });
}

/** Lets through what the DTO names and nothing else; says of each field what is wrong with it. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const fields = flatten(errors).slice(0, 20);
      return new Problem('invalid', { field: fields[0]?.path ?? '' }, fields);
    },
  });
