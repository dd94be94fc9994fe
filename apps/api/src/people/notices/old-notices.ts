import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { NoticeEntity } from './notice.entity.js';

/** A year and the month in which one looks back at it; the audit keeps what happened. */
const KEPT_MONTHS = 13;

/** Removes what people were told long ago, read or not. */
@Injectable()
export class OldNotices {
  constructor(private readonly database: Database) {}

  @Job('oldNotices', { everyMinutes: 1440 })
  async remove(_: object, { at }: JobRun): Promise<void> {
    const oldest = new Date(at);
    oldest.setUTCMonth(oldest.getUTCMonth() - KEPT_MONTHS);
    await this.database.read.delete(NoticeEntity, { at: LessThan(oldest) });
  }
}
