import { limits } from '#contracts/limits';
import { SignInService } from '#core/people/sign-in.service';
import { type Config, publicUrl } from '#platform/config';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { offsetStream } from './evidence/uploads.controller.js';
import { AppModule } from './app.module.js';
import { underKey } from './http/idempotency.js';
import { demandPlainInput } from './http/plain-input.js';
import { answerUnroutable } from './http/problem.filter.js';
import { identify } from './http/session.guard.js';
import { validation } from './http/validation.js';
import { serveDocs } from './openapi.js';
import { serveWeb } from './web.js';

/** The HTTP program, ready to listen. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: limits.jsonBytes,
    routerOptions: { maxParamLength: 100 },
    genReqId: () => randomUUID(),
    requestTimeout: 120_000,
    trustProxy: 'loopback',
    frameworkErrors: answerUnroutable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
    // Fastify's own parser of JSON; Nest's would take forms as well.
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz'] });
  app.useGlobalPipes(validation());
  app.enableShutdownHooks();

  const secure = publicUrl(config).startsWith('https:');
  await app.register(cookie);
  await app.register(multipart);
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: [`'self'`],
        scriptSrc: [`'self'`],
        styleSrc: [`'self'`],
        imgSrc: [`'self'`, 'data:', 'blob:'],
        // A mail's preview carries its own styles as attributes.
        styleSrcAttr: [`'unsafe-inline'`],
        frameAncestors: [`'none'`],
        objectSrc: [`'none'`],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  // Left unread: an upload goes to the disk as it comes.
  fastify.addContentTypeParser(offsetStream, (_request, _payload, done) => done(null));
  fastify.addHook('onRequest', identify(app.get(SignInService)));
  fastify.addHook('preValidation', demandPlainInput);
  fastify.addHook('preHandler', underKey);
  // What a person may read stays out of every cache on the way.
  fastify.addHook('onSend', (request, reply, _, done) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
  serveDocs(app);
  await serveWeb(app);
  return app;
}
