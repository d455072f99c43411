import { refusals } from '#contracts/abilities';
import { type ProblemCode, problems } from '#contracts/problems';
import { Problem } from '#core/problem';
import { type Language, languages } from '#i18n/language';
import { errors } from '#i18n/messages/errors';
import { fieldErrors } from '#i18n/messages/errors-fields';
import { domain } from '#i18n/messages/domain';
import { fill, translate } from '#i18n/translate';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What Fastify, its plugins and PostgreSQL throw, in our words. */
const foreign: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_request',
  FST_ERR_BAD_URL: 'bad_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'bad_request',
  FST_FIELDS_LIMIT: 'bad_request',
  FST_PARTS_LIMIT: 'bad_request',
  FST_PROTO_VIOLATION: 'bad_request',
  IDEMPOTENCY_KEY_REUSED: 'key_reused',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  STORAGE_AWAY: 'unavailable',
  '40001': 'unavailable',
  '40P01': 'unavailable',
  '53100': 'storage_full',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  // A text that PostgreSQL cannot hold: a NUL in it.
  '22021': 'bad_request',
  '22P05': 'bad_request',
};

const byStatus: Record<number, ProblemCode> = {
  400: 'bad_request',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code && foreign[code]) return new Problem(foreign[code]);
  const status = error instanceof HttpException ? error.getStatus() : (statusCode ?? 500);
  return new Problem(byStatus[status] ?? (status < 500 ? 'bad_request' : 'internal'));
}

/** The reader's language: the signed-in person's, else the first that the browser asks for and we have. */
export function languageOf(request: FastifyRequest): Language {
  if (request.signedIn) return request.signedIn.actor.language;
  for (const wanted of (request.headers['accept-language'] ?? '').toLowerCase().split(',')) {
    const tag = wanted.split(';')[0]!.trim();
    if (tag.startsWith('en')) return 'en';
    if (/^zh-(hans|cn|sg)/.test(tag)) return 'zh-Hans-CN';
    if (tag.startsWith('zh')) return 'zh-Hant-HK';
  }
  return languages[0];
}

/** A refusal says why, where the policy gives a reason. */
export function detailOf({ code, params }: Problem, language: Language): string {
  const refused = refusals.find((reason) => code === 'forbidden' && reason === params['reason']);
  return refused
    ? translate(domain, language, `refusal.${refused}`)
    : fill(errors[language][code].detail, params);
}

/** Answers with a problem, in the reader's language. */
function answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request);
  const { title } = errors[language][problem.code];
  const status = problems[problem.code];
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send({
      type: `urn:luoshi:problem:${problem.code}`,
      title,
      status,
      detail: detailOf(problem, language),
      code: problem.code,
      params: problem.params,
      instance: request.id,
      ...(problem.fields.length > 0 && {
        errors: problem.fields.map(({ path, code }) => ({
          path,
          code,
          message: fieldErrors[language][code] ?? fieldErrors[language]['other'],
        })),
      }),
    });
}

/** For what Fastify refuses before there is a route: an address that cannot be one. */
export const answerUnroutable = (error: Error, request: FastifyRequest, reply: FastifyReply): void =>
  answer(problemOf(error), request, reply);

/** Every error leaves as an RFC 9457 problem, in the reader's language; what we did not expect is logged, not told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const problem = problemOf(error);
    if (problem.code === 'internal') this.logUnexpected(error, request);
    answer(problem, request, reply);
  }

  /** A database error quotes what people wrote, so only its kind and place are logged. */
  private logUnexpected(error: unknown, request: FastifyRequest): void {
    const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
    const where = stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .join('\n');
    this.log.error(
      `${request.id} ${request.method} ${request.routeOptions.url ?? ''} ${name} ${code ?? ''}\n${where}`,
    );
  }
}
