import { reachBehind, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import { measuredBehind } from './judged-commitments.js';
import type { CountInterval } from './counts/count-interval.js';
import { PEOPLE } from './ledger/source.entity.js';
import { measurementIdOf, stands } from './ledger/measurement-sql.js';
import type { MaintenanceEntity } from './maintenances/maintenance.entity.js';
import type { OutageEntity } from './outages/outage.entity.js';
import { readPage } from './read-page.js';

export interface OfService {
  /** null = of every service that the viewer sees behind. */
  serviceId: string | null;
  first: number;
  after: string | null;
}

/** What was recorded of services, newest first. */
@Injectable()
export class ServiceLists {
  constructor(private readonly database: Database) {}

  outages(viewer: Viewer, asked: OfService) {
    return this.page<OutageEntity>(viewer, asked, 'outage', 'e.cause, e.ended_at AS "endedAt"');
  }

  maintenances(viewer: Viewer, asked: OfService) {
    const columns = 'e.description, e.announced_at AS "announcedAt", e.cancelled_at AS "cancelledAt"';
    return this.page<MaintenanceEntity>(viewer, asked, 'maintenance', columns);
  }

  /** What people counted, as it counts now; not the many intervals that machines count. */
  counts(viewer: Viewer, asked: OfService & { series: string | null }) {
    const columns = 'e.series, e.good, e.total, e.recorded_at AS "recordedAt", e.recorded_by_id AS "recordedById"';
    return this.page<CountInterval>(viewer, asked, COUNTED_BY_PEOPLE, columns, (parameters) =>
      asked.series === null ? [] : [`e.series = ${parameters.add(asked.series)}`],
    );
  }

  private page<Row extends { id: string }>(
    viewer: Viewer,
    { serviceId, first, after }: OfService,
    table: string,
    columns: string,
    further: (parameters: Parameters) => string[] = () => [],
  ) {
    const parameters = new Parameters();
    const visible = measuredBehind(reachBehind(viewer), parameters, { from: 'e.from_at', to: 'e.to_at' });
    const ofService = serviceId ? [parameters.is('s.id', serviceId)] : [];
    const conditions = [visible, ...ofService, ...further(parameters)].join(' AND ');
    return readPage<Row>(this.database.read, parameters, {
      select: `SELECT e.id, e.service_id AS "serviceId", e.from_at AS "fromAt", e.to_at AS "toAt", ${columns}
        FROM ${table} e JOIN service s ON s.id = e.service_id WHERE ${conditions}`,
      sortedBy: { fromAt: 'e.from_at', id: 'e.id' },
      first,
      after,
    });
  }
}

const COUNTED_BY_PEOPLE = `(
  SELECT ${measurementIdOf('m')} AS id, n.service_id, n.name AS series, m.observed_at AS from_at, m.to_at, m.good, m.total,
    b.brought_by_id AS recorded_by_id, b.arrived_at AS recorded_at
  FROM series n JOIN measurement m ON m.series_id = n.id JOIN batch b ON b.id = m.batch_id
  WHERE n.source_id = '${PEOPLE}' AND ${stands('m')}
)`;
