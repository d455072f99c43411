import type { ProblemCode } from '#contracts/problems';
import { UploadsService } from '#core/evidence/uploads.service';
import type { Actor } from '#core/people/actor';
import { Problem } from '#core/problem';
import { UPLOADS } from '#core/storage';
import { StorageFullError } from '#platform/storage';
import type { Uploads } from '#platform/uploads';
import { Controller, Delete, Head, HttpCode, Inject, Param, Patch, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CurrentActor, Id } from '../http/request.js';

export const offsetStream = 'application/offset+octet-stream';

/** What the tus protocol answers, in our words. */
const problems: Record<number, ProblemCode> = {
  403: 'upload_offset',
  404: 'not_found',
  409: 'upload_offset',
  410: 'not_found',
  412: 'bad_request',
  413: 'upload_offset',
  415: 'unsupported_media_type',
  423: 'unavailable',
};

const wanted = ['content-length', 'content-type', 'tus-resumable', 'upload-offset'];

/**
 * The tus protocol (https://tus.io) on an upload that was announced: how far it is, the bytes from there, its end. The
 * library gets the request only after session, token and ownership are seen to, and answers through us.
 */
@Controller('uploads')
export class UploadsController {
  private readonly tus: Server;
  private readonly failures = new WeakMap<Request, unknown>();

  constructor(
    private readonly uploads: UploadsService,
    @Inject(UPLOADS) { store }: Uploads,
  ) {
    this.tus = new Server({
      path: '/api/uploads',
      datastore: store,
      relativeLocation: true,
      onResponseError: (request, error) => {
        this.failures.set(request, error);
        return undefined;
      },
    });
  }

  @Head(':id')
  @ApiOkResponse({
    description: 'Upload-Offset says how much is there, Upload-Length how much was announced.',
  })
  async offset(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { state, bytes } = await this.uploads.own(actor, id);
    // One that has come up whole may have been taken to its place already.
    const offset = state === 'uploading' ? await this.speak(request) : bytes;
    if (offset === bytes) await this.uploads.finish(actor, id);
    void reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': offset, 'upload-length': bytes });
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiConsumes(offsetStream)
  @ApiNoContentResponse()
  async receive(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    // What is refused is not read to its end, which may be far away.
    void reply.header('connection', 'close');
    const { state, bytes } = await this.uploads.own(actor, id);
    if (request.headers['content-type'] !== offsetStream) throw new Problem('unsupported_media_type');
    if (state !== 'uploading') throw new Problem('wrong_state', { state, next: 'uploading' });
    const offset = await this.speak(request);
    if (offset === bytes) await this.uploads.finish(actor, id);
    void reply.removeHeader('connection').headers({ 'tus-resumable': '1.0.0', 'upload-offset': offset });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { state } = await this.uploads.own(actor, id);
    if (state !== 'uploading') throw new Problem('wrong_state', { state, next: 'removed' });
    // Through the library, which first stops whatever is still being received.
    await this.speak(request);
    await this.uploads.cancel(actor, id);
    void reply.header('tus-resumable', '1.0.0');
  }

  /** @returns the offset that the library answers with */
  private async speak({ raw, method, url, headers }: FastifyRequest): Promise<number> {
    const request = new Request(`http://luoshi${url}`, {
      method,
      headers: wanted.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
      ...(method === 'PATCH' && { body: Readable.toWeb(raw) as ReadableStream, duplex: 'half' }),
    });
    const response = await this.tus.handleWeb(request);
    if (response.ok) return Number(response.headers.get('upload-offset'));
    const failure = this.failures.get(request);
    if (failure instanceof StorageFullError) throw new Problem('storage_full');
    const code = problems[response.status] ?? (raw.destroyed || response.status < 500 ? 'bad_request' : null);
    if (code) throw new Problem(code);
    throw failure instanceof Error ? failure : new Error(`the upload library answered ${response.status}`);
  }
}
