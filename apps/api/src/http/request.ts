import type { SignedIn } from '#core/people/sign-in.service';
import { Problem } from '#core/problem';
import { isUuid } from '#platform/db';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type PipeTransform,
  SetMetadata,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApiProblem } from './problem.dto.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else where the request carries a session that holds. */
    signedIn?: SignedIn;
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

export const IS_PUBLIC = 'public';

/** Needs nobody signed in. Everything else does. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new Problem('not_signed_in');
  return request.signedIn;
}

/** The signed-in person, as every service method takes first. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => signedInOf(requestOf(context)).actor,
);

export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signedInOf(requestOf(context)),
);

const versioned = applyDecorators(
  ApiHeader({
    name: 'If-Match',
    required: true,
    description:
      'The version that the person saw of what this is about, as a read gave it; 0 where there was none.',
    example: '"3"',
  }),
  ApiProblem(409, 'It stands as the person saw it, and what is asked cannot be done to it as it stands.'),
  ApiProblem(
    412,
    'It is no longer what the person saw; the version that stands and the one that was named are told.',
  ),
  ApiProblem(428, 'If-Match is missing.'),
);

/** The version that the person saw: `If-Match: "3"`. Whoever asks for it is described so. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = requestOf(context).headers['if-match'];
    if (!header) throw new Problem('version_required');
    const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
    if (version === undefined) throw new Problem('version_conflict', { version: header.slice(0, 40) });
    return Number(version);
  },
  [(target, key) => versioned(target, key, Object.getOwnPropertyDescriptor(target, key!))],
);

/** What is no id names nothing: the same answer as for an id that names nothing. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new Problem('not_found');
    return value;
  }
}
