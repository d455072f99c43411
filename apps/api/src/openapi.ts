import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeKeys } from './http/idempotency.js';
import { ProblemDto } from './http/problem.dto.js';
import type { FastifyInstance } from 'fastify';

export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Luoshi 落實')
    .setDescription(
      'Every request but sign-in needs the session cookie; what changes something needs the header x-csrf-token as ' +
        'well. Edits name the version they are based on, which every read gives, in If-Match. A POST with an Idempotency-Key does nothing a second time ' +
        'when it is sent again, and answers as things then stand. Errors are RFC 9457 problems.',
    )
    .setVersion('1')
    .addCookieAuth('luoshi_session')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  describeKeys(document);
  return document;
}

/** The API's description, as JSON, for everybody: it says nothing that the source does not. */
export function serveDocs(app: INestApplication): void {
  let json: string | undefined;
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  fastify.get('/api/docs-json', (_, reply) => {
    json ??= JSON.stringify(describeApi(app));
    void reply.type('application/json; charset=utf-8').send(json);
  });
}
