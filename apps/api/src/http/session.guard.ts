import { SignInService } from '#core/people/sign-in.service';
import { Problem } from '#core/problem';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { IS_PUBLIC } from './request.js';

export const cookieName = 'luoshi_session';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Default deny: a route is for signed-in people unless it says `@Public()`; what changes something needs the CSRF token. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignInService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    const token = request.cookies[cookieName];
    const signedIn = token ? await this.signIn.signedIn(token) : null;
    if (signedIn) request.signedIn = signedIn;
    if (isPublic) return true;
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
