import { reasonOf } from '@accord/domain';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Ingestion } from './ingestion.js';
import type { Receipt } from './receipt.js';
import { sentRows } from './sent-rows.js';

/** Where machines send what they measured. */
@Controller('measurements')
export class MeasurementsController {
  constructor(private readonly ingestion: Ingestion) {}

  @Post()
  @HttpCode(200)
  async receive(
    @CurrentAct() act: Act,
    @Query('correction') correction: unknown,
    @Req() request: Request,
  ): Promise<Receipt> {
    const sent = sentRows(request);
    const reason = correction === undefined ? null : reasonOf(String(correction), 'correction');
    return this.ingestion.take(act, { ...sent, correction: reason });
  }
}
