import { CONFIG } from '#core/config';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import type { Actor } from '#core/people/actor';
import { PeopleReads } from '#core/people/people.reads';
import { PeopleService } from '#core/people/people.service';
import { type SignedIn, SignInService } from '#core/people/sign-in.service';
import { type Config, publicUrl } from '#platform/config';
import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentSession, Public } from '../http/request.js';
import { cookieName } from '../http/session.guard.js';
import { LanguageDto, SessionDto, SignInDto } from './session.dto.js';

@Controller('session')
export class SessionsController {
  constructor(
    private readonly signIn: SignInService,
    private readonly people: PeopleService,
    private readonly reads: PeopleReads,
    private readonly work: MyWorkReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async create(
    @Body() { email, password }: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { token, signedIn } = await this.signIn.signIn(email, password);
    void reply.setCookie(cookieName, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl(this.config).startsWith('https:'),
      path: '/',
      maxAge: this.config.SESSION_HOURS * 3_600,
    });
    return this.present(signedIn);
  }

  @Get()
  @ApiOkResponse({ type: SessionDto })
  async read(@CurrentSession() session: SignedIn): Promise<object> {
    return this.present(session);
  }

  @Patch()
  @ApiOkResponse({ type: SessionDto })
  async speak(@CurrentSession() session: SignedIn, @Body() { language }: LanguageDto): Promise<object> {
    await this.people.speak(session.actor, language);
    this.signIn.forget(session);
    return this.present(session);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentSession() session: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIn.signOut(session);
    void reply.clearCookie(cookieName, { path: '/' });
  }

  private async present({ actor, csrfToken }: { actor: Actor; csrfToken: string }): Promise<object> {
    const [self, owed] = await Promise.all([this.reads.self(actor), this.work.count(actor)]);
    return { ...self, owed, csrfToken, demo: this.config.DEMO === 'on' };
  }
}
