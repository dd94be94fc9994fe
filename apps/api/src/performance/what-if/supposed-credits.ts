import {
  amongPeriods,
  isBreach,
  type KeptPeriod,
  owedPeriods,
  owedTogether,
  type OwedTogether,
  shownFigure,
} from '@accord/domain';
import type { Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { type CountedCredit, partsOf, periodsOf, toCredited } from '../claims/period-facts.js';
import type { Judged } from '../evaluation/judge-period.js';
import type { CreditsOfRecord } from './credits-of-record.js';
import { lastDayOf } from './last-day-of.js';

/** What an agreement would owe if one of its commitments had been judged so. */
export interface SupposedOwing {
  /** For the months compared, by all its commitments. */
  readonly agreement: OwedTogether;
  /** By period: what of it is owed for the commitment, and how the credits of that period come to what is owed. */
  readonly counted: ReadonlyMap<string, { readonly amount: string; readonly explanation: readonly Step[] }>;
}

/**
 * By the rule that makes claims: the credits of the commitment beside those of record of all others, grouped and capped.
 * Everything before the months compared stays as it was, so it has used up what it had of the cap of its year.
 *
 * @param judged Of the months compared, as if all of them were closed.
 * @param incidents What spent most of a budget.
 */
export function supposedOwing(
  record: CreditsOfRecord,
  judged: readonly Judged[],
  incidents: ReadonlyMap<Judged, string>,
): SupposedOwing {
  const kept = [...record.periods, ...judged.map(keptPeriod)];
  const supposed = judged.filter(owesAlone).map((one) => countedCredit(one, kept, incidents.get(one) ?? null));
  const credits = [...record.credits, ...supposed].sort(inOrderOfTime);
  const periods = periodsOf(credits);
  const credited = [...periods].map(([period, facts]) => toCredited(period, facts, record.claims));
  const compared = owedPeriods(credited)
    .map((owed, i) => ({ ...owed, givenUp: credited[i]!.givenUp, facts: periods.get(owed.period)! }))
    .filter(({ facts }) =>
      facts.credits.some(({ lastDay }) => lastDay >= record.firstDay && lastDay <= record.lastDay),
    );
  const commitmentId = judged[0]?.commitment.id;
  const counted = compared.map((owed) => {
    const own = partsOf(owed, owed.facts.credits).filter((part) => part.commitmentId === commitmentId);
    const amount = Decimal.sum(0, ...own.map((part) => part.amount)).toFixed();
    return [owed.period, { amount, explanation: owed.explanation }] as const;
  });
  return {
    agreement: owedTogether(compared, judged[0]?.commitment.currency ?? 'EUR'),
    counted: new Map(counted),
  };
}

/** Those whose credit has an amount. */
const owesAlone = ({ judgement, charge }: Judged): boolean =>
  isBreach(judgement) && judgement.credit !== null && charge !== null;

function countedCredit(one: Judged, kept: readonly KeptPeriod[], incident: string | null): CountedCredit {
  const { commitment, judgement, charge, pinned } = one;
  const { remedy } = pinned.row;
  const { percent, belowMinimum } = judgement.credit!;
  return {
    agreementKind: commitment.agreementKind,
    currency: commitment.currency,
    remedy,
    period: judgement.period.id,
    lastDay: lastDayOf(commitment.timeZone, judgement.period),
    creditId: `supposed:${judgement.period.id}`,
    commitmentId: commitment.id,
    percent: belowMinimum ? '0' : percent,
    charge: charge!.charge.amount,
    incident,
    ...amongPeriods(judgement.period, kept, remedy?.earnBack?.periods ?? 0),
  };
}

function keptPeriod({ judgement, pinned }: Judged): KeptPeriod {
  const { verdict, ratio, period } = judgement;
  const { target, comparator } = pinned.row;
  const figure = shownFigure(ratio, target, comparator);
  return {
    from: period.from,
    to: period.to,
    isMet: verdict === 'met',
    isMissed: isBreach(judgement),
    goodPercent: figure && (comparator === 'atLeast' ? figure : new Decimal(100).minus(figure).toFixed()),
  };
}

/** As credits of record are read. */
function inOrderOfTime(one: CountedCredit, other: CountedCredit): number {
  for (const key of ['lastDay', 'period', 'commitmentId'] as const)
    if (one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  return 0;
}
