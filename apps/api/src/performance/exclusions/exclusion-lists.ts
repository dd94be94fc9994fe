import { type ProposalState, reachBehind, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { readPage } from '../read-page.js';
import type { ExclusionEntity } from './exclusion.entity.js';

export interface ExclusionsAsked {
  state: ProposalState | null;
  commitmentId: string | null;
  first: number;
  after: string | null;
}

/** Exclusions, newest first. */
@Injectable()
export class ExclusionLists {
  constructor(private readonly database: Database) {}

  /** All that wait for a second person, oldest first. */
  waiting(viewer: Viewer): Promise<ExclusionEntity[]> {
    const parameters = new Parameters();
    const visible = reached(reachBehind(viewer), parameters);
    return this.database.read.query(
      `${EXCLUSIONS} WHERE e.state = 'proposed' AND ${visible} ORDER BY e.proposed_at, e.id`,
      parameters.values,
    );
  }

  /** null when there is none that the viewer sees. */
  async find(viewer: Viewer, id: string): Promise<ExclusionEntity | null> {
    const parameters = new Parameters();
    const visible = reached(reachBehind(viewer), parameters);
    const sql = `${EXCLUSIONS} WHERE e.id = ${parameters.add(id)} AND ${visible}`;
    const [found]: ExclusionEntity[] = isUUID(id) ? await this.database.read.query(sql, parameters.values) : [];
    return found ?? null;
  }

  page(viewer: Viewer, { state, commitmentId, first, after }: ExclusionsAsked) {
    const parameters = new Parameters();
    const visible = reached(reachBehind(viewer), parameters);
    const inState = state ? ` AND e.state = ${parameters.add(state)}` : '';
    const ofCommitment = commitmentId ? ` AND ${parameters.is('e.commitment_id', commitmentId)}` : '';
    return readPage<ExclusionEntity>(this.database.read, parameters, {
      select: `${EXCLUSIONS} WHERE ${visible}${inState}${ofCommitment}`,
      sortedBy: { proposedAt: 'e.proposed_at', id: 'e.id' },
      first,
      after,
    });
  }
}

const EXCLUSIONS = `
  SELECT e.id, e.commitment_id AS "commitmentId", e.from_at AS "fromAt", e.to_at AS "toAt", e.category, e.reason,
    e.state,
    e.proposed_by_id AS "proposedById", e.proposed_at AS "proposedAt", e.decided_by_id AS "decidedById",
    e.decided_at AS "decidedAt", e.decision_reason AS "decisionReason", e.bootstrap, e.effects
  FROM exclusion e JOIN (${COMMITMENTS}) ON c.id = e.commitment_id`;
