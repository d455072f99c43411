import { CONFIG } from '#core/config';
import { Problem } from '#core/problem';
import { demoPassword, demoPeople } from '#core/sample/sample.people';
import type { Config } from '#platform/config';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '../http/request.js';
import { DemoDto } from './session.dto.js';

/** The sample's people for one-click sign-in; there is no such thing outside a demonstration. */
@Controller('demo')
export class DemoController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Public()
  @Get()
  @ApiOkResponse({ type: DemoDto })
  read(): DemoDto {
    if (this.config.DEMO !== 'on') throw new Problem('not_found');
    return { people: demoPeople(), password: demoPassword };
  }
}
