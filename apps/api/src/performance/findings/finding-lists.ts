import { type FindingKind, reachBehind, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { readPage } from '../read-page.js';
import type { FindingEntity } from './finding.entity.js';
import { servicesOfFindings } from './finding-services.js';

export const FINDING_STATES = ['open', 'ended'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingsAsked {
  kind: FindingKind | null;
  state: FindingState | null;
  /** null = of every service that the viewer sees behind. */
  serviceId: string | null;
  /** null = about anything. */
  commitmentId: string | null;
  first: number;
  after: string | null;
}

const STATES: Readonly<Record<FindingState, string>> = {
  open: 'f.ended_at IS NULL',
  ended: 'f.ended_at IS NOT NULL',
};

/** Findings, newest first. */
@Injectable()
export class FindingLists {
  constructor(private readonly database: Database) {}

  page(viewer: Viewer, { kind, state, serviceId, commitmentId, first, after }: FindingsAsked) {
    const parameters = new Parameters();
    const services = servicesOfFindings(reachBehind(viewer), parameters);
    const ofService = serviceId ? ` AND ${parameters.is('s.id', serviceId)}` : '';
    const conditions = [
      `EXISTS (SELECT ${services} AND fs.finding_id = f.id${ofService})`,
      ...(commitmentId ? [`f.subject_type = 'commitment' AND f.subject_id = ${parameters.add(commitmentId)}`] : []),
      ...(kind ? [`f.kind = ${parameters.add(kind)}`] : []),
      ...(state ? [STATES[state]] : []),
    ];
    return readPage<FindingEntity>(this.database.read, parameters, {
      select: `SELECT f.id, f.kind, f.subject_type AS "subjectType", f.subject_id AS "subjectId", f.facts,
          f.trend, f.opened_at AS "openedAt", f.last_seen_at AS "lastSeenAt", f.ended_at AS "endedAt"
        FROM finding f WHERE ${conditions.join(' AND ')}`,
      sortedBy: { openedAt: 'f.opened_at', id: 'f.id' },
      first,
      after,
    });
  }
}
