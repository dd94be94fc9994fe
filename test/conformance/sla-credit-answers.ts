import {
  combineCredits,
  createCreditSchedule,
  creditFor,
  earnBack,
  pointsCredit,
  poolCredit,
  servicePoints,
  type Step,
} from '@accord/sla';
import { roundedByReference } from './reference-rounding.js';
import { decimal } from './sla-vector.js';
import type { Answers } from './vector.js';

const currency = 'USD';

/** The amount as the check of the vectors rounds it; the library rounds halves of a cent up. */
function creditOf({ explanation }: { readonly explanation: readonly Step[] }): string {
  const { inputs } = explanation.find(({ rule }) => rule === 'credit.amount')!;
  return roundedByReference(inputs.belowMinimum === true ? '0' : String(inputs.unrounded), 2);
}

/** What libs/sla answers to the operations on credits. */
export const creditAnswers: Answers = {
  poolCredit: ({ invoice, atRiskPercent, defaults }) => {
    const shares = defaults.map((share: { poolPercent: number; allocationPercent: number }) => ({
      poolPercent: decimal(share.poolPercent),
      allocationPercent: decimal(share.allocationPercent),
    }));
    const charge = { amount: invoice, currency };
    const pooled = poolCredit({ charge, atRiskPercent: decimal(atRiskPercent), defaults: shares });
    return { credit: creditOf(pooled), capped: pooled.capped };
  },
  percentCredit: ({ invoice, percents, capPercent }) => {
    const cap = capPercent === undefined ? {} : { capPercent: decimal(capPercent) };
    const charge = { amount: invoice, currency };
    const breaches = percents.map((percent: number, i: number) => ({ ref: `${i}`, percent: decimal(percent) }));
    const combined = combineCredits({ combination: 'sum', charge, ...cap }, breaches);
    return { credit: creditOf(combined), capped: combined.capped };
  },
  pointsCredit: ({ points, table }) => {
    const rows = table.map(([from, percent]: [number, number]) => ({ points: from, percent: decimal(percent) }));
    return { percent: Number(pointsCredit(rows, points).percent) };
  },
  tierCredit: ({ uptimePercent, tiers, invoice, minimumCredit }) => {
    const schedule = createCreditSchedule({
      tiers: tiers.map(([gte, percent]: [number, number], i: number) => ({
        gte: i === tiers.length - 1 ? null : decimal(gte),
        lt: i === 0 ? null : decimal(tiers[i - 1][0]),
        percent: decimal(percent),
      })),
      minimum: minimumCredit === undefined ? null : { amount: minimumCredit, currency },
    });
    const result = { verdict: 'missed', numerator: decimal(uptimePercent), denominator: '100' } as const;
    const charge = invoice === undefined ? null : { amount: invoice, currency };
    const credit = creditFor({ schedule, result, charge });
    return { percent: Number(credit.percent), credit: charge && creditOf(credit) };
  },
  earnBack: ({ targetPercent, months, followingMonths, credit }) =>
    earnBack(
      {
        credit: { amount: credit, currency },
        targetPercent: decimal(targetPercent),
        followingPeriods: followingMonths,
      },
      months.slice(1).map(decimal),
    ),
};

/** What libs/sla answers to the operations on rewards and credits. */
export const rewardCreditAnswers: Answers = {
  servicePoints: ({ bands, values, repeatDoubles }) => {
    const highs: (string | null)[] = [null, ...bands.map(([low]: [string | null]) => low)];
    const written = bands.map(([gte, points]: [string | null, number], i: number) => ({ gte, lt: highs[i]!, points }));
    return { points: servicePoints({ bands: written, repeatDoubles }, values).map(({ points }) => points) };
  },
  poolShareCredit: ({ atRisk, poolShare, kpiShare }) => {
    const percent = (share: string) => decimal(Number((Number(share) * 100).toFixed(9)));
    const defaults = [{ poolPercent: percent(poolShare), allocationPercent: percent(kpiShare) }];
    return { value: poolCredit({ charge: { amount: atRisk, currency }, atRiskPercent: '100', defaults }).amount };
  },
};
