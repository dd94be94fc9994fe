import {
  assertAllowed,
  assertClosable,
  assertEnded,
  assertMayRestate,
  assertPeriodId,
  assertRestatable,
  assertText,
  dayIn,
  DomainError,
  isBetteredByLateData,
  isMeasuredBy,
  mayClose,
  measuredByIt,
  reachOfClosing,
  reachOfResults,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { Evaluation } from '../evaluation/evaluation.js';
import type { Judged } from '../evaluation/judge-period.js';
import { lockJudgeable } from '../evaluation/judgeable.js';
import { NEWEST, type NewestResult } from '../evaluation/newest-results.js';
import { storeResults, type ToStore } from '../evaluation/result-store.js';
import { differs, judgedColumns } from '../evaluation/result-row.js';
import { type CommitmentPlace, COMMITMENTS, placesOf, reached } from '../judged-commitments.js';
import { Settlements } from '../claims/settlements.js';
import { Breaches } from './breaches.js';
import { broughtSince } from './brought-since.js';
import { settledPeriods } from '../records/figures-of-record.js';
import { Restatements } from './restatements.js';

/** What closing a period came to. */
export interface ClosedPeriod {
  /** Of the frozen results. */
  ids: string[];
  /** How many stay open because who closed is measured by them. */
  leftOut: number;
}

/** What becomes of period results once their period is over. */
@Injectable()
export class Results {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly restatements: Restatements,
    private readonly breaches: Breaches,
    private readonly settlements: Settlements,
    private readonly audit: Audit,
  ) {}

  /**
   * Judges an ended period once more, by everything known now, and freezes what comes out; a missed one becomes a breach.
   *
   * @param commitmentIds null = every open result of the period that the viewer may close, and is not measured by, and
   *   whose period has ended.
   * @returns What was frozen, and what was not because the viewer is measured by it.
   * @throws {DomainError} When the period is none, no commitment is named, the period still runs or was closed already, a commitment was not judged in it, or the
   *   viewer may not, or is measured by it.
   */
  closePeriod(act: Act, period: string, commitmentIds: readonly string[] | null): Promise<ClosedPeriod> {
    return this.database.transaction(async (tx) => {
      const closable = await closableBy(tx, act);
      assertAllowed(closable.length > 0, 'close periods');
      assertPeriodId(period);
      if (commitmentIds?.length === 0)
        throw new DomainError('INVALID', 'Name at least one commitment.', ['commitmentIds']);
      const { results, leftOut } = commitmentIds
        ? { results: await this.namedResults(tx, act, period, commitmentIds), leftOut: 0 }
        : await this.closableResults(tx, act, period, closable);
      return { ids: await this.freeze(tx, act, results), leftOut };
    });
  }

  /**
   * Judges open results of ended periods once more and freezes what comes out. Their commitments must be locked.
   *
   * @param act Without a viewer where they close by themselves.
   * @returns The ids of the results.
   */
  async freeze(tx: EntityManager, act: PublicAct, results: readonly NewestResult[]): Promise<string[]> {
    const judged = await this.evaluation.judgeAgain(tx, results, act.at);
    const standing = {
      revision: 1,
      state: 'frozen' as const,
      frozenById: act.viewer?.personId ?? null,
      frozenAt: act.at,
      reason: null,
      difference: null,
    };
    const frozen = results.map(({ id }, i): ToStore => ({ id, judged: judged[i]!, standing }));
    await storeResults(tx, frozen, act.at);
    for (const { id, judged: item } of frozen) {
      await this.breaches.close(tx, act.at, { id, judged: item });
      const { commitmentId, period, verdict, figure } = judgedColumns(item, act.at);
      const subject = { type: 'periodResult', id };
      await this.audit.record(tx, act, 'result.closed', subject, null, { commitmentId, period, verdict, figure });
    }
    const ids = frozen.map(({ id }) => id);
    await this.settlements.settle(tx, act, ids);
    return ids;
  }

  /**
   * Judges a frozen result again with what has become known since.
   *
   * @returns The id of the new frozen revision.
   * @throws {DomainError} When the result is not the frozen one that stands, nothing has changed, the viewer may not, is
   *   measured by it, or would better it by data that they brought.
   */
  restate(act: Act, id: string, reason: string): Promise<string> {
    assertText(reason, 'reason');
    return this.database.transaction(async (tx) => {
      const commitmentId = await visibleCommitmentOf(tx, act, id);
      await lockJudgeable(tx, { commitmentIds: [commitmentId] });
      const [place] = await placesOf(tx, [commitmentId]);
      assertAllowed(mayClose(act.viewer, place!), 'restate results of this commitment');
      const [result]: NewestResult[] = await tx.query(`${NEWEST} AND id = $1`, [id]);
      assertRestatable(result ?? { period: 'that period', state: 'superseded' });
      if ((await settledPeriods(tx, [result!])).size > 0)
        throw new DomainError(
          'OF_RECORD',
          'Both sides settled this figure: only another one that both agree to restates it.',
        );
      const [judged] = await this.evaluation.judgeAgain(tx, [result!], act.at);
      if (!differs(result!, judged!)) {
        throw new DomainError(
          'NOTHING_CHANGED',
          `Judged again, ${result!.period} comes out as it is; there is nothing to restate.`,
        );
      }
      assertMayRestate({
        ...(await this.differenceOf(tx, act, result!, judged!)),
        isMeasured: isMeasuredByResult(act, place!, result!),
        isOwnData: await broughtSince(tx, act, id),
      });
      const [revision] = await this.restatements.restate(tx, act, [result!], reason);
      return revision!;
    });
  }

  /** Whether {@link restate} asks for a second person: the viewer would better the result by data that they brought. */
  isBetteredByOwnData(act: Act, id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (!(await broughtSince(tx, act, id))) return false;
      const [result]: NewestResult[] = await tx.query(`${NEWEST} AND id = $1`, [id]);
      if (!result) return false;
      const [judged] = await this.evaluation.judgeAgain(tx, [result], act.at);
      return isBetteredByLateData(await this.differenceOf(tx, act, result, judged!));
    });
  }

  private async differenceOf(tx: EntityManager, { at }: Act, result: NewestResult, judged: Judged) {
    const [byLateData] = await this.evaluation.judgeByLateData(tx, [result], at);
    return {
      comparator: judged.pinned.row.comparator,
      was: result,
      now: judged.judgement,
      hasLateData: differs(result, byLateData!),
    };
  }

  private async namedResults(
    tx: EntityManager,
    act: Act,
    period: string,
    commitmentIds: readonly string[],
  ): Promise<NewestResult[]> {
    const ids = [...new Set(commitmentIds)].filter((id) => isUUID(id));
    const places = await placesOf(tx, ids);
    assertAllowed(
      places.every((place) => mayClose(act.viewer, place)),
      'close periods of these commitments',
    );
    const results = await lockedResults(tx, period, ids);
    const judged = new Set(results.map(({ commitmentId }) => commitmentId));
    if (!commitmentIds.every((id) => judged.has(id))) {
      throw new DomainError('NOT_JUDGED', `A commitment has no result in ${period}.`, ['commitmentIds']);
    }
    results.forEach((result) => assertClosable(result, act.at));
    if (withoutOwn(act, places, results).length < results.length) throw measuredByIt('close it');
    return results;
  }

  private async closableResults(
    tx: EntityManager,
    act: Act,
    period: string,
    commitmentIds: readonly string[],
  ): Promise<{ results: NewestResult[]; leftOut: number }> {
    const results = await lockedResults(tx, period, commitmentIds);
    const open = results.filter(({ state }) => state === 'open');
    const ended = open.filter(({ toAt }) => toAt <= act.at);
    const places = await placesOf(
      tx,
      ended.map(({ commitmentId }) => commitmentId),
    );
    const closable = withoutOwn(act, places, ended);
    if (closable.length > 0) return { results: closable, leftOut: ended.length - closable.length };
    if (ended.length > 0) throw measuredByIt('close it');
    if (open[0]) assertEnded(open[0], act.at);
    if (results[0]) assertClosable(results[0], act.at);
    throw new DomainError('NOTHING_TO_CLOSE', `Nothing was judged in ${period}.`, ['period']);
  }
}

/** Ids of the commitments of which the viewer may close periods. */
async function closableBy(tx: EntityManager, act: Act): Promise<string[]> {
  const parameters = new Parameters();
  const inReach = reached(reachOfClosing(act.viewer), parameters);
  const rows: { id: string }[] = await tx.query(`SELECT c.id FROM ${COMMITMENTS} WHERE ${inReach}`, parameters.values);
  return rows.map(({ id }) => id);
}

/** Without those that the viewer is measured by: to freeze a figure before all is known may better it. */
function withoutOwn(act: Act, places: readonly CommitmentPlace[], results: readonly NewestResult[]): NewestResult[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return results.filter((result) => !isMeasuredByResult(act, byId.get(result.commitmentId)!, result));
}

function isMeasuredByResult({ viewer }: Act, place: CommitmentPlace, { fromAt, toAt, timeZone }: NewestResult) {
  const last = new Date(toAt.getTime() - 1);
  return isMeasuredBy(viewer, place, { from: dayIn(timeZone, fromAt), to: dayIn(timeZone, last) });
}

async function lockedResults(
  tx: EntityManager,
  period: string,
  commitmentIds: readonly string[],
): Promise<NewestResult[]> {
  await tx.query('SELECT FROM commitment WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [commitmentIds]);
  return tx.query(`${NEWEST} AND period = $1 AND commitment_id = ANY($2) ORDER BY commitment_id`, [
    period,
    commitmentIds,
  ]);
}

/** @throws {DomainError} When there is no such result, or none that the viewer may know of. */
async function visibleCommitmentOf(tx: EntityManager, act: Act, resultId: string): Promise<string> {
  const parameters = new Parameters();
  const visible = reached(reachOfResults(act.viewer), parameters);
  const sql = `SELECT c.id FROM ${COMMITMENTS} JOIN period_result r ON r.commitment_id = c.id
    WHERE ${visible} AND r.id = ${parameters.add(resultId)}`;
  const [known]: { id: string }[] = isUUID(resultId) ? await tx.query(sql, parameters.values) : [];
  if (!known) throw new DomainError('NOT_FOUND', 'There is no such result.', ['id']);
  return known.id;
}
