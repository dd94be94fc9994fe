import type { Interval, Period, Stretch } from '@accord/sla';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Judge, type Judged, type Judging } from './judge-period.js';
import { type CommitmentScope, type Judgeable, loadJudgeable, lockJudgeable } from './judgeable.js';
import { cutsOf } from './cuts.js';
import { ruledMaintenances } from './ruled-maintenances.js';
import { loadLedger } from './ledger.js';
import { placeOf } from './measured.js';
import { type NewestResult, newestResults } from './newest-results.js';
import { TermsMaker } from './pinned-terms.js';
import { differs } from './result-row.js';
import { newResultId, OPEN, storeResults, type ToStore } from './result-store.js';
import { judgedPeriods } from './terms-at.js';
import { type FiguresOfRecord, figuresOfRecord, recordKey } from '../records/figures-of-record.js';
import { rollUp } from '../rollups/roll-up.js';

/** Services whose evidence changed, or single commitments, and the time it is about. */
export type Touched = CommitmentScope & { readonly from: Date; readonly to: Date };

export interface Reevaluated {
  /** Open results judged anew, or for the first time. */
  readonly judged: number;
  /** Commitments they belong to. */
  readonly commitments: number;
  /** Frozen results that would come out differently now. */
  readonly late: number;
}

/** Turns evidence into period results; the only one who writes open ones. */
@Injectable()
export class Evaluation {
  /**
   * Judges every period that the touched time reaches, of every commitment on the services, and stores it as an open
   * result; a frozen one is only marked when it would come out differently. Periods run from the first version in
   * force to the one that contains `at`; those that have no result yet get one.
   *
   * For tickets, name the time from the first opening to `at`: a clock may be decided long after its ticket opened.
   */
  async reevaluate(tx: EntityManager, touched: Touched, at: Date): Promise<Reevaluated> {
    const commitments = await lockJudgeable(tx, touched);
    await rollUp(tx, servicesOf(commitments));
    const newest = await newestResults(tx, commitments);
    const terms = new TermsMaker();
    const records = await figuresOfRecord(
      tx,
      commitments.map(({ id }) => id),
    );
    const planned = commitments.flatMap((commitment) => plan(commitment, terms, newest, records, at));
    await dropOrphans(tx, newest, planned);

    const reached = planned.filter(({ period, known }) => !known || overlaps(period, touched));
    let late = 0;
    for (const slice of slicesOf(reached)) {
      for (const judged of await judgedInParts(tx, slice, at)) {
        await storeResults(
          tx,
          judged.filter(isOpen).map((item) => toStore(item, at)),
          at,
        );
        late += await markLate(tx, judged);
      }
    }
    const open = reached.filter(isOpen);
    return { judged: open.length, commitments: new Set(open.map(({ commitment }) => commitment.id)).size, late };
  }

  /** Judges the results again by the terms and hours they are pinned to. Their commitments must be locked. */
  async judgeAgain(tx: EntityManager, results: readonly NewestResult[], at: Date): Promise<Judged[]> {
    return judgeEach(tx, await this.judgingsOf(tx, results), at);
  }

  /** Judges frozen results again as if no exclusion had been approved since: by what else became known. */
  async judgeByLateData(tx: EntityManager, results: readonly NewestResult[], at: Date): Promise<Judged[]> {
    if (results.length === 0) return [];
    const since = await excludedSince(tx, results);
    const judgings = await this.judgingsOf(tx, results);
    return judgeEach(
      tx,
      judgings.map((judging, i) => ({ ...judging, excludedSince: since.get(results[i]!.id) })),
      at,
    );
  }

  private async judgingsOf(tx: EntityManager, results: readonly NewestResult[]): Promise<Judging[]> {
    const commitments = await loadJudgeable(tx, [...new Set(results.map(({ commitmentId }) => commitmentId))]);
    await rollUp(tx, servicesOf(commitments));
    const terms = new TermsMaker();
    const records = await figuresOfRecord(
      tx,
      commitments.map(({ id }) => id),
    );
    return results.map((result) => {
      const commitment = commitments.find(({ id }) => id === result.commitmentId)!;
      const record = records.get(recordKey(commitment.id, result.period));
      return { commitment, record, ...pinnedTo(result, commitment, terms) };
    });
  }

  /** Judges periods as they are described, whatever is stored of them: in the order given, and nothing is written. */
  async judgeAll(tx: EntityManager, judgings: readonly Judging[], at: Date): Promise<Judged[]> {
    await rollUp(tx, servicesOf(judgings.map(({ commitment }) => commitment)));
    return judgeEach(tx, judgings, at);
  }

  /** Judges commitments over time of their own, such as the last hour; nothing of it is kept. */
  async judgeWindows(tx: EntityManager, windows: readonly Judging[], at: Date): Promise<Judged[]> {
    if (windows.length === 0) return [];
    await rollUp(tx, servicesOf(windows.map(({ commitment }) => commitment)));
    const edges = new Set(windows.flatMap(({ period }) => [period.from, period.to]));
    const judge = await judgeOf(tx, windows, at, [...edges]);
    return windows.map((judging) => judge.judge(judging));
  }

  /** The figures of results of one commitment as they are, and as they would be without a stretch of time. */
  async withoutTime(
    tx: EntityManager,
    results: readonly NewestResult[],
    left: Interval,
    at: Date,
  ): Promise<{ before: Judged; after: Judged }[]> {
    if (results.length === 0) return [];
    const [commitment] = await loadJudgeable(tx, [results[0]!.commitmentId]);
    await rollUp(tx, [commitment!.serviceId]);
    const terms = new TermsMaker();
    const records = await figuresOfRecord(tx, [commitment!.id]);
    const judgings = results.map((result) => ({
      commitment: commitment!,
      record: records.get(recordKey(commitment!.id, result.period)),
      ...pinnedTo(result, commitment!, terms),
    }));
    const judge = await judgeOf(tx, judgings, at, [left.from, left.to]);
    const proposed: Stretch = { ref: 'exclusion:proposed', ...left };
    return judgings.map((judging) => ({ before: judge.judge(judging), after: judge.judge(judging, [proposed]) }));
  }
}

/** One period of one commitment, with the newest result that it has. */
interface Planned extends Judging {
  readonly known: NewestResult | undefined;
}

function plan(
  commitment: Judgeable,
  terms: TermsMaker,
  newest: ReadonlyMap<string, NewestResult>,
  records: FiguresOfRecord,
  at: Date,
): Planned[] {
  return judgedPeriods(commitment, at).map(({ period, termsId }) => {
    const known = newest.get(keyOf(commitment.id, period.from));
    const record = records.get(recordKey(commitment.id, period.id));
    if (known?.state === 'frozen') return { commitment, known, record, ...pinnedTo(known, commitment, terms) };
    return { commitment, known, record, period, pinned: terms.forPeriod(commitment, termsId, period) };
  });
}

function pinnedTo(result: NewestResult, commitment: Judgeable, terms: TermsMaker) {
  const { period: id, fromAt, toAt, termsId, calendarVersionId } = result;
  const window = id.includes('Q') ? 'quarter' : 'month';
  const period: Period = { id, window, zone: commitment.timeZone, from: fromAt.getTime(), to: toAt.getTime() };
  return { period, pinned: terms.pinned(commitment, termsId, calendarVersionId) };
}

/** So many contributions stand in memory at most, and those of one more judgement. */
const MOST_CONTRIBUTIONS = 5_000;

/**
 * Judged while it is asked for: memory follows the evidence of what is loaded together, not of a history,
 * and the judgements of a few commitments, not of all.
 */
async function judgedInParts(tx: EntityManager, planned: readonly Planned[], at: Date) {
  const judge = await judgeOf(tx, planned, at);
  return (function* (): Generator<(Judged & Planned)[]> {
    let part: (Judged & Planned)[] = [];
    let contributions = 0;
    for (const item of planned) {
      const judged = judge.judge(item);
      part.push({ ...item, ...judged });
      contributions += judged.judgement.contributions.length;
      if (contributions < MOST_CONTRIBUTIONS) continue;
      yield part;
      [part, contributions] = [[], 0];
    }
    yield part;
  })();
}

/** By result: references of the exclusions that were approved after it was frozen. */
async function excludedSince(tx: EntityManager, results: readonly NewestResult[]): Promise<Map<string, Set<string>>> {
  const rows: { id: string; refs: string[] }[] = await tx.query(EXCLUDED_SINCE, [results.map(({ id }) => id)]);
  return new Map(rows.map(({ id, refs }) => [id, new Set(refs)]));
}

const EXCLUDED_SINCE = `
  SELECT r.id, array_agg('exclusion:' || e.id) AS refs FROM period_result r
  JOIN exclusion e ON e.commitment_id = r.commitment_id AND e.state = 'approved' AND e.decided_at > r.frozen_at
  WHERE r.id = ANY($1) GROUP BY r.id`;

async function judgeEach(tx: EntityManager, judgings: readonly Judging[], at: Date): Promise<Judged[]> {
  if (judgings.length === 0) return [];
  const judge = await judgeOf(tx, judgings, at);
  return judgings.map((judging) => judge.judge(judging));
}

/** @param cuts Where else than at the ends of what is taken out now sums of counts would have to be split. */
async function judgeOf(
  tx: EntityManager,
  judgings: readonly Judging[],
  at: Date,
  cuts: readonly number[] = [],
): Promise<Judge> {
  const range = {
    from: Math.min(...judgings.map(({ period }) => period.from)),
    to: Math.max(...judgings.map(({ period }) => period.to)),
  };
  const byPlace = new Map<string, Set<number>>();
  for (const judging of judgings) {
    const place = placeOf(judging.commitment);
    const known = byPlace.get(place) ?? new Set(cuts);
    byPlace.set(place, known);
    for (const instant of cutsOf(judging, at)) known.add(instant);
  }
  const ruled = await ruledMaintenances(tx, judgings);
  for (const [{ commitment }, { planned }] of ruled)
    for (const { from, to } of planned) byPlace.get(placeOf(commitment))!.add(from).add(to);
  const commitments = [...new Set(judgings.map(({ commitment }) => commitment))];
  return new Judge(await loadLedger(tx, commitments, range, byPlace), { range, ruled, at });
}

function toStore({ known, ...judged }: Judged & Planned, at: Date): ToStore {
  return { judged, id: known?.id ?? newResultId(at), standing: OPEN };
}

async function markLate(tx: EntityManager, judged: readonly (Judged & Planned)[]): Promise<number> {
  const frozen = judged.filter(({ known }) => known?.state === 'frozen');
  const changed = frozen.filter((item) => differs(item.known!, item) !== item.known!.hasLateData);
  if (changed.length > 0) {
    const ids = changed.map(({ known }) => known!.id);
    await tx.query('UPDATE period_result SET has_late_data = NOT has_late_data WHERE id = ANY($1)', [ids]);
  }
  return frozen.filter((item) => differs(item.known!, item)).length;
}

/** An agreement that ended earlier than it had been judged leaves open results of time in which nothing is promised. */
async function dropOrphans(
  tx: EntityManager,
  newest: ReadonlyMap<string, NewestResult>,
  planned: readonly Planned[],
): Promise<void> {
  const kept = new Set(planned.map(({ known }) => known?.id));
  const orphans = [...newest.values()].filter(({ id, state }) => state === 'open' && !kept.has(id));
  if (orphans.length > 0) await tx.query('DELETE FROM period_result WHERE id = ANY($1)', [orphans.map(({ id }) => id)]);
}

const servicesOf = (commitments: readonly Judgeable[]): string[] => [
  ...new Set(commitments.map(({ serviceId }) => serviceId)),
];

const isOpen = ({ known }: Planned): boolean => known?.state !== 'frozen';

/** So many judgements from sums and runs share what is loaded for them. */
const TOGETHER = 300;

/**
 * What is loaded together: of tickets, of which there may be very many, what one period needs; of anything else, which
 * comes to a few rows a day, what many periods need.
 */
function slicesOf(planned: readonly Planned[]): Planned[][] {
  const slices: Planned[][] = [];
  const light: Planned[] = [];
  for (const slice of byPeriod(planned)) {
    light.push(...slice.filter((item) => !isByTickets(item)));
    slices.push(slice.filter(isByTickets));
  }
  for (let i = 0; i < light.length; i += TOGETHER) slices.push(light.slice(i, i + TOGETHER));
  return slices.filter(({ length }) => length > 0);
}

const isByTickets = ({ commitment }: Planned): boolean =>
  commitment.terms.some(({ indicator }) => indicator.kind === 'ticketsInTime');

function byPeriod(planned: readonly Planned[]): Planned[][] {
  const slices = new Map<string, Planned[]>();
  for (const item of planned) {
    const slice = slices.get(item.period.id);
    if (slice) slice.push(item);
    else slices.set(item.period.id, [item]);
  }
  return [...slices.values()];
}

const overlaps = (period: Interval, { from, to }: Touched): boolean =>
  period.from <= to.getTime() && period.to > from.getTime();

const keyOf = (commitmentId: string, from: number): string => `${commitmentId} ${from}`;
