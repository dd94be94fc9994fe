import { Injectable } from '@nestjs/common';
import { viewerOfPerson } from '../../people/viewer-query.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { ProviderFigures } from './provider-figures.js';

const OVER = `
  SELECT id, stated_by_id AS "statedById" FROM provider_figure WHERE state = 'stated' AND due_at <= $1 ORDER BY due_at, id`;

/** Settles figures to which nobody objected in time. */
@Injectable()
export class FigureDays {
  constructor(
    private readonly database: Database,
    private readonly figures: ProviderFigures,
  ) {}

  @Job('figureDays', { everyMinutes: 60 })
  async everyHour(_: object, { at }: JobRun): Promise<void> {
    await this.run(at);
  }

  async run(at: Date): Promise<void> {
    const due: { id: string; statedById: string }[] = await this.database.read.query(OVER, [at]);
    for (const { id, statedById } of due) {
      const viewer = await viewerOfPerson(this.database.read, statedById, at);
      // Who has left acts no more, but what they stated stands.
      await this.figures.silence({ viewer: viewer ?? { personId: statedById, name: '', roles: [] }, at }, id);
    }
  }
}
