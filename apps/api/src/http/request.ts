import type { SignedIn } from '#core/people/sign-in.service';
import { Problem } from '#core/problem';
import { isUuid } from '#platform/db';
import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type PipeTransform,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

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

/** The version that the person saw: `If-Match: "3"`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).headers['if-match'];
  if (!header) throw new Problem('version_required');
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version === undefined) throw new Problem('version_conflict', { version: header.slice(0, 40) });
  return Number(version);
});

/** What is no id names nothing: the same answer as for an id that names nothing. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new Problem('not_found');
    return value;
  }
}
