import { isOutsider, reviewReach, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import { pageSize, readCursor, toConnection } from '../platform/graphql/page.js';
import { ACTIONS, type ActionRow } from './action-rows.js';
import { ITS_PEOPLE } from './pack-facts.js';
import { reachedReviews } from './review-rows.js';

export interface ActionsAsked {
  /** null = both. */
  open: boolean | null;
  mine: boolean | null;
  providerId: string | null;
  first: number;
  after: string | null;
}

/** Actions, the first due first. */
@Injectable()
export class ActionLists {
  constructor(private readonly database: Database) {}

  async page({ viewer }: Act, { open, mine, providerId, first, after }: ActionsAsked) {
    const parameters = new Parameters();
    const conditions = [
      visibleActions(viewer, parameters),
      ...(open === null ? [] : [`(t.done_at IS NULL) = ${parameters.add(open)}`]),
      ...(mine ? [`t.owner_id = ${parameters.add(viewer.personId)}::uuid`] : []),
      ...(providerId ? [parameters.is('w.provider_id', providerId)] : []),
    ];
    const size = pageSize(first);
    const all = `${ACTIONS} WHERE ${conditions.join(' AND ')}`;
    const counted = await countOf(this.database.read, all, parameters.values);
    const cursor = after ? readCursor(after, ['text', 'uuid']) : null;
    const behind = cursor
      ? ` AND (t.due::text, t.id) > (${parameters.add(cursor[0])}::text, ${parameters.add(cursor[1])}::uuid)`
      : '';
    const rows: ActionRow[] = await this.database.read.query(
      `${all}${behind} ORDER BY t.due, t.id LIMIT ${parameters.add(size + 1)}`,
      parameters.values,
    );
    return { ...toConnection(rows, size, ({ due, id }) => [due, id]), totalCount: counted };
  }
}

async function countOf(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<number> {
  const [{ count }] = await manager.query(`SELECT count(*)::int AS count FROM (${sql}) counted`, [...values]);
  return count;
}

/**
 * Actions that somebody may know of, as a condition on `review_action t` and `review w`: those of reviews that they read,
 * their own, and of a provider that they speak for those of its people.
 */
export function visibleActions(viewer: Viewer, parameters: Parameters): string {
  const { inside, own } = reachedReviews(reviewReach(viewer), parameters);
  const mine = isOutsider(viewer) ? 'false' : `t.owner_id = ${parameters.add(viewer.personId)}::uuid`;
  return `(${inside} OR (${own} AND t.owner_id IN (${ITS_PEOPLE})) OR ${mine})`;
}
