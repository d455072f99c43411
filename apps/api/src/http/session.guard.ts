import type { SignInService } from '#core/people/sign-in.service';
import { Problem } from '#core/problem';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { IS_PUBLIC } from './request.js';

export const cookieName = 'luoshi_session';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who asks before anything else is done with a request, so that even one which never reaches its route is
 * refused in its reader's language.
 */
export const identify = (signIn: SignInService) => async (request: FastifyRequest) => {
  const token = request.url.startsWith('/api/') ? request.cookies[cookieName] : undefined;
  const signedIn = token ? await signIn.signedIn(token) : null;
  if (signedIn) request.signedIn = signedIn;
};

/** Default deny: a route is for signed-in people unless it says `@Public()`; what changes something needs the CSRF token. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic) return true;
    const { signedIn } = request;
    if (!signedIn) throw new Problem('not_signed_in');
    if (!safe.has(request.method) && !equal(request.headers['x-csrf-token'], signedIn.csrfToken)) {
      throw new Problem('csrf');
    }
    return true;
  }
}

function equal(given: string | string[] | undefined, expected: string): boolean {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
