import { canImport, importsReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { ImportProblemEntity } from './import-problem.entity.js';
import { ImportRunEntity } from './import-run.entity.js';

/** What imports have come to, for those who may see them. */
@Injectable()
export class ImportReports {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(act: Act, first: number, after: string | null) {
    const size = pageSize(first);
    const totalCount = await this.visible(act).getCount();
    const page = this.visible(act)
      .orderBy('run.started_at', 'DESC')
      .addOrderBy('run.id', 'DESC')
      .take(size + 1);
    if (after) {
      const [startedAt, id] = readCursor(after, ['instant', 'uuid']);
      page.andWhere('(run.started_at, run.id) < (:startedAt, :id)', { startedAt, id });
    }
    return { ...toConnection(await page.getMany(), size, (run) => [run.startedAt, run.id]), totalCount };
  }

  /** null when there is no such import, or the viewer may not see it. */
  async find(act: Act, id: string): Promise<ImportRunEntity | null> {
    if (!isUUID(id)) return null;
    return this.visible(act).andWhere('run.id = :id', { id }).getOne();
  }

  problems(importId: string, first: number): Promise<ImportProblemEntity[]> {
    return this.database.read.find(ImportProblemEntity, {
      where: { importId },
      order: { position: 'ASC' },
      take: Math.min(Math.max(first, 0), 1_000),
    });
  }

  private visible({ viewer }: Act): SelectQueryBuilder<ImportRunEntity> {
    const query = this.database.read.createQueryBuilder(ImportRunEntity, 'run');
    const reach = importsReach(viewer);
    const agreements = canImport(viewer, { kind: 'agreements', serviceId: null });
    if (reach === 'all') return query;
    return query.where(
      new Brackets((seen) => {
        seen.where('run.started_by_id = :me', { me: viewer.personId });
        seen.orWhere('run.service_id = ANY(:reach)', { reach });
        if (agreements) seen.orWhere(`run.kind = 'agreements'`);
      }),
    );
  }
}
