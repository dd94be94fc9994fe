import { reachBehind, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import { measuredBehind } from './judged-commitments.js';
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

  private page<Row extends { id: string }>(
    viewer: Viewer,
    { serviceId, first, after }: OfService,
    table: string,
    columns: string,
  ) {
    const parameters = new Parameters();
    const visible = measuredBehind(reachBehind(viewer), parameters, { from: 'e.from_at', to: 'e.to_at' });
    const ofService = serviceId ? ` AND ${parameters.is('s.id', serviceId)}` : '';
    return readPage<Row>(this.database.read, parameters, {
      select: `SELECT e.id, e.service_id AS "serviceId", e.from_at AS "fromAt", e.to_at AS "toAt", ${columns}
        FROM ${table} e JOIN service s ON s.id = e.service_id WHERE ${visible}${ofService}`,
      sortedBy: { fromAt: 'e.from_at', id: 'e.id' },
      first,
      after,
    });
  }
}
