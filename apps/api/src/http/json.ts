import { applyDecorators, Header, type Type } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** Answers with JSON that the database has made: it is sent as it is. */
export const Json = (type: Type) =>
  applyDecorators(Header('content-type', 'application/json; charset=utf-8'), ApiOkResponse({ type }));
