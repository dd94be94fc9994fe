import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { Acts } from '../act/acts.js';
import { ACTS } from '../act/current-act.decorator.js';
import type { Config } from '../config.js';
import { nestLog } from '../nest-log.js';
import { requireClientHeader, securityHeaders } from './security.js';
import { serveWebClient } from './web-client.js';

/** The whole HTTP application around a root module, initialised but not listening yet. */
export async function createApp(
  root: DynamicModule,
  config: Pick<Config, 'publicUrl' | 'trustedProxies'>,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, { logger: nestLog, abortOnError: false });
  app.use(securityHeaders({ https: config.publicUrl.startsWith('https:') }), compression());
  app.set('trust proxy', config.trustedProxies);
  // Answers are not cached, so nobody needs the hash of their bodies; files bring their own.
  app.set('etag', false);
  serveWebClient(app.getHttpAdapter().getInstance());
  app.use(requireClientHeader, cookieParser());
  app.useBodyParser('json', { limit: '1mb' });
  app
    .getHttpAdapter()
    .getInstance()
    .set(ACTS, app.get(Acts, { strict: false }));
  return app.init();
}
