import {
  combineCredits,
  createCreditSchedule,
  creditFor,
  earnBack,
  pointsCredit,
  poolCredit,
  servicePoints,
} from '@accord/sla';
import type { Answers } from './vector.js';

const currency = 'USD';

/** What libs/sla answers to the operations on credits. */
export const creditAnswers: Answers = {
  poolCredit: ({ invoice, atRiskPercent, defaults }) => {
    const shares = defaults.map((share: { poolPercent: number; allocationPercent: number }) => ({
      poolPercent: String(share.poolPercent),
      allocationPercent: String(share.allocationPercent),
    }));
    const charge = { amount: invoice, currency };
    const { amount, capped } = poolCredit({ charge, atRiskPercent: String(atRiskPercent), defaults: shares });
    return { credit: amount, capped };
  },
  percentCredit: ({ invoice, percents, capPercent }) => {
    const cap = capPercent === undefined ? {} : { capPercent: String(capPercent) };
    const charge = { amount: invoice, currency };
    const breaches = percents.map((percent: number, i: number) => ({ ref: `${i}`, percent: String(percent) }));
    const { amount, capped } = combineCredits({ combination: 'sum', charge, ...cap }, breaches);
    return { credit: amount, capped };
  },
  pointsCredit: ({ points, table }) => {
    const rows = table.map(([from, percent]: [number, number]) => ({ points: from, percent: String(percent) }));
    return { percent: Number(pointsCredit(rows, points).percent) };
  },
  tierCredit: ({ uptimePercent, tiers, invoice, minimumCredit }) => {
    const schedule = createCreditSchedule({
      tiers: tiers.map(([gte, percent]: [number, number], i: number) => ({
        gte: i === tiers.length - 1 ? null : String(gte),
        lt: i === 0 ? null : String(tiers[i - 1][0]),
        percent: String(percent),
      })),
      minimum: minimumCredit === undefined ? null : { amount: minimumCredit, currency },
    });
    const result = { verdict: 'missed', numerator: String(uptimePercent), denominator: '100' } as const;
    const charge = invoice === undefined ? null : { amount: invoice, currency };
    const { percent, amount } = creditFor({ schedule, result, charge });
    return { percent: Number(percent), credit: amount };
  },
  earnBack: ({ targetPercent, months, followingMonths, credit }) =>
    earnBack(
      {
        credit: { amount: credit, currency },
        targetPercent: String(targetPercent),
        followingPeriods: followingMonths,
      },
      months.slice(1).map(String),
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
    const percent = (share: string) => String(Number((Number(share) * 100).toFixed(9)));
    const defaults = [{ poolPercent: percent(poolShare), allocationPercent: percent(kpiShare) }];
    return { value: poolCredit({ charge: { amount: atRisk, currency }, atRiskPercent: '100', defaults }).amount };
  },
};
