import { type ProblemCode, problems } from '#contracts/problems';
import { ApiProperty, ApiResponse, getSchemaPath } from '@nestjs/swagger';

export class FieldProblemDto {
  @ApiProperty({ type: String })
  path: string;

  @ApiProperty({ type: String, description: 'The rule that it breaks.' })
  code: string;

  @ApiProperty({ type: String })
  message: string;
}

/** What went wrong, by RFC 9457, in the language of the reader. */
export class ProblemDto {
  @ApiProperty({ type: String, example: 'urn:luoshi:problem:version_conflict' })
  type: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: 'integer' })
  status: number;

  @ApiProperty({ type: String })
  detail: string;

  @ApiProperty({ enum: Object.keys(problems), enumName: 'ProblemCode' })
  code: ProblemCode;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Of a conflict of versions the one that stands (version) and the one that was named (given).',
  })
  params: object;

  @ApiProperty({ type: String, description: 'Names the request in the logs.' })
  instance: string;

  @ApiProperty({ type: () => FieldProblemDto, isArray: true, required: false })
  errors?: FieldProblemDto[];
}

const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };

/** One of the answers that are problems. */
export const problemAnswer = (description: string) => ({ description, content });

export const ApiProblem = (status: number, description: string) =>
  ApiResponse({ status, ...problemAnswer(description) });
