import { createCreditSchedule, creditFor, earnBack, pointsCreditPercent, poolCredit, sumCredit } from '@accord/sla';
import type { Answers } from './sla-vector.js';

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
    const { amount, capped } = sumCredit({
      charge: { amount: invoice, currency },
      percents: percents.map(String),
      ...cap,
    });
    return { credit: amount, capped };
  },
  pointsCredit: ({ points, table }) => {
    const rows = table.map(([from, percent]: [number, number]) => ({ points: from, percent: String(percent) }));
    return { percent: Number(pointsCreditPercent(rows, points)) };
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
