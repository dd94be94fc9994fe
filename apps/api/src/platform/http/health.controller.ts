import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Public } from '../act/public.decorator.js';
import { isMigrated } from '../database/migrate.js';

/** For whoever watches the process: is it alive, and may it get requests? */
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const [database, migrations] = await isMigrated(this.dataSource).then(
      (migrated) => [true, migrated],
      () => [false, false],
    );
    response.status(database && migrations ? 200 : 503);
    return { status: database && migrations ? 'ok' : 'unavailable', database, migrations };
  }
}
