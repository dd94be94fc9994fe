import {
  assertAllowed,
  assertPeriodId,
  DomainError,
  maySuppose,
  pastYear,
  reachOfResults,
  usualRemedy,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { Evaluation } from '../evaluation/evaluation.js';
import type { Judged, Judging } from '../evaluation/judge-period.js';
import { type Judgeable, loadJudgeable } from '../evaluation/judgeable.js';
import { TermsMaker } from '../evaluation/pinned-terms.js';
import { judgedPeriods } from '../evaluation/terms-at.js';
import { Turns } from '../ingestion/turns.js';
import { COMMITMENTS, placesOf, reached } from '../judged-commitments.js';
import { type FiguresOfRecord, figuresOfRecord, recordKey } from '../records/figures-of-record.js';
import { creditsOfRecord } from './credits-of-record.js';
import { supposedOwing } from './supposed-credits.js';
import { inMoney, standing } from './supposed-standing.js';
import { supposedCommitment } from './supposed-terms.js';
import type { SupposedTermsInput } from './what-if.input.js';
import { worstIncidents } from './worst-incidents.js';

/** How many other terms are compared at once. */
const MOST_VARIANTS = 3;

/** How many comparisons of one person are made or wait for their turn. */
const MOST_OF_ONE = 4;

/** The past under other terms: the same evidence judged again, nothing stored. */
@Injectable()
export class Comparisons {
  /** A comparison keeps the processor busy for a second: one at a time, so that the server answers others. */
  private readonly turns = new Turns(1);
  private readonly ofPerson = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
  ) {}

  /**
   * @param period Only this one of the periods; null = all of them.
   * @throws {DomainError} When the viewer may not, terms are supposed that nobody could promise, or `TOO_MANY` are asked
   *   at once.
   */
  async compare(act: Act, commitmentId: string, variants: readonly SupposedTermsInput[], period: string | null) {
    if (variants.length > MOST_VARIANTS)
      throw new DomainError('TOO_MANY', `At most ${MOST_VARIANTS} variants are compared at once.`, ['variants']);
    if (period !== null) assertPeriodId(period);
    return this.inTurn(act.viewer.personId, () =>
      this.database.transaction(async (tx) => {
        const commitment = await this.commitmentOf(tx, act, commitmentId);
        const all = [commitment];
        for (const [nth, variant] of variants.entries())
          all.push(await within(['variants', String(nth)], () => supposedCommitment(tx, commitment, variant, nth)));
        const inQuarters = all.some(({ terms }) => terms.some(({ windowKind }) => windowKind === 'quarter'));
        const year = pastYear(commitment.timeZone, act.at, inQuarters);
        const records = await figuresOfRecord(tx, [commitmentId]);
        const judgings = all.map((one, i) => judgingsOf(one, act.at, year, records, variants[i - 1]));
        const judged = await this.evaluation.judgeAll(tx, judgings.flat(), act.at);
        const record = owesMoney(commitment) ? await creditsOfRecord(tx, commitment, year) : null;
        const incidents = record ? await worstIncidents(tx, judged) : new Map<Judged, string>();
        const [asAgreed, ...supposed] = judgings.map((group) => {
          const own = judged.splice(0, group.length);
          return standing(commitment, own, record && supposedOwing(record, own, incidents), period, act.at);
        });
        const asked = record && inMoney(commitment, record.asked);
        return { months: [...year.months], asAgreed: asAgreed!, variants: supposed, asked };
      }),
    );
  }

  private async inTurn<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const others = this.ofPerson.get(personId) ?? 0;
    if (others >= MOST_OF_ONE)
      throw new DomainError('TOO_MANY', `${MOST_OF_ONE} comparisons are being made for you; wait for one of them.`);
    this.ofPerson.set(personId, others + 1);
    try {
      return await this.turns.take(work);
    } finally {
      const left = this.ofPerson.get(personId)! - 1;
      if (left > 0) this.ofPerson.set(personId, left);
      else this.ofPerson.delete(personId);
    }
  }

  private async commitmentOf(tx: EntityManager, { viewer }: Act, id: string): Promise<Judgeable> {
    const parameters = new Parameters();
    const known = isUUID(id)
      ? await tx.query(
          `SELECT c.id FROM ${COMMITMENTS} WHERE c.id = ${parameters.add(id)} AND ${reached(reachOfResults(viewer), parameters)}`,
          parameters.values,
        )
      : [];
    if (known.length === 0) throw new DomainError('NOT_FOUND', 'There is no such commitment.', ['commitmentId']);
    const [place] = await placesOf(tx, [id]);
    assertAllowed(maySuppose(viewer, place!), 'judge this commitment under other terms');
    const [commitment] = await loadJudgeable(tx, [id]);
    return commitment!;
  }
}

function judgingsOf(
  commitment: Judgeable,
  at: Date,
  year: { readonly from: number; readonly to: number },
  records: FiguresOfRecord,
  variant?: SupposedTermsInput,
): Judging[] {
  const terms = new TermsMaker();
  const counted = {
    exclusions: variant?.withoutExclusions ?? false,
    maintenance: variant?.withoutMaintenance ?? false,
  };
  return judgedPeriods(commitment, at)
    .filter(({ period }) => period.from >= year.from && period.to <= year.to)
    .map(({ period, termsId }) => ({
      commitment,
      period,
      record: keepsFigures(variant) ? records.get(recordKey(commitment.id, period.id)) : undefined,
      pinned: terms.forPeriod(commitment, termsId, period),
      counted,
    }));
}

/** What both sides settled is the figure by other targets and credits too, but not of anything measured otherwise. */
function keepsFigures(variant: SupposedTermsInput = {}): boolean {
  const { target: _, credit: __, withoutCredit: ___, ...measured } = variant;
  return Object.values(measured).every((value) => value == null || value === false);
}

/** Whether money moves under the agreement. */
function owesMoney({ agreementKind, terms }: Judgeable): boolean {
  return terms.some(({ remedy, monthlyCharge }) => monthlyCharge !== null && (remedy ?? usualRemedy(agreementKind)));
}

/** Says in which part of the question something is wrong. */
async function within<T>(path: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.message, [...path, ...(error.field ?? [])]);
  }
}
