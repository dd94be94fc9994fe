import { isOutsider, reachBehind, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { readPage } from '../read-page.js';
import type { AlertEntity } from './alert.entity.js';

/** What people heard, for those who see behind the figures of the commitment; who of us was told is no business of a provider. */
@Injectable()
export class AlertLists {
  constructor(private readonly database: Database) {}

  page(viewer: Viewer, { commitmentId, first, after }: { commitmentId: string; first: number; after: string | null }) {
    const parameters = new Parameters();
    const visible = isOutsider(viewer) ? 'false' : reached(reachBehind(viewer), parameters);
    return readPage<AlertEntity>(this.database.read, parameters, {
      select: `${ALERTS} WHERE ${visible} AND ${parameters.is('l.commitment_id', commitmentId)}`,
      sortedBy: { raisedAt: 'l.raised_at', id: 'l.id' },
      first,
      after,
    });
  }
}

const ALERTS = `
  SELECT l.id, l.period, l.level, l.what, l.ticket_id AS "ticketId", l.raised_at AS "raisedAt", l.tell_at AS "tellAt",
    l.told_at AS "toldAt", l.told_ids AS "toldIds", l.ended_at AS "endedAt"
  FROM alert l JOIN (${COMMITMENTS}) ON c.id = l.commitment_id`;
