import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Receipt } from '../../performance/ingestion/receipt.js';
import { sentRows } from '../../performance/ingestion/sent-rows.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { UsageIngestion } from './usage-ingestion.js';

/** Where machines send what was used. */
@Controller('usage')
export class UsageController {
  constructor(private readonly ingestion: UsageIngestion) {}

  @Post()
  @HttpCode(200)
  receive(@CurrentAct() act: Act, @Req() request: Request): Promise<Receipt> {
    return this.ingestion.take(act, sentRows(request));
  }
}
