import { readConfig } from '#platform/config';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { describeApi } from './openapi.js';

// Without a database: `preview` reads the controllers and starts nothing.
const app = await NestFactory.create(AppModule.with(readConfig({})), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz'] });
process.stdout.write(`${JSON.stringify(describeApi(app), null, 2)}\n`);
process.exit(0);
