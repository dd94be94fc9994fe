import fc from 'fast-check';
import { createTerms, judge, type Outage, periodById } from '../index.js';

const HOUR = 3_600_000;
const march = periodById('Europe/Berlin', '2026-03');
const terms = createTerms({
  indicator: { kind: 'availability', shortestOutageMs: HOUR },
  objective: { comparator: 'gte', targetPercent: '99' },
  calendar: {
    zone: 'Europe/Berlin',
    weekly: { mon: [['08:00', '18:00']], wed: [['20:00', '06:00']], sun: [['00:00', '24:00']] },
  },
});

const stretch = fc
  .tuple(fc.integer({ min: -30, max: 800 }), fc.integer({ min: 0, max: 60 }))
  .map(([hours, halfHours]) => ({
    from: march.from + hours * HOUR,
    to: march.from + hours * HOUR + (halfHours * HOUR) / 2,
  }));
const named = (kind: string, max: number) =>
  fc.array(stretch, { maxLength: max }).map((list) => list.map((item, i) => ({ ref: `${kind}${i}`, ...item })));

it('of all outages add up to the downtime, whatever overlaps', () => {
  fc.assert(
    fc.property(named('o', 12), named('m', 4), named('e', 4), (outages, maintenance, exclusions) => {
      const judgement = judge(terms, march, { kind: 'outages', outages, maintenance, exclusions });
      const counted = judgement.contributions.reduce(
        (sum, item) => sum + (item.kind === 'outage' ? item.countedMs : 0),
        0,
      );

      expect(String(counted)).toBe(judgement.budget.used);
      expect(judgement.budget.burndown.at(-1)!.used).toBe(counted);
    }),
    { numRuns: 500 },
  );
});

it('do not depend on the order of the evidence', () => {
  fc.assert(
    fc.property(named('o', 8), (outages: Outage[]) => {
      const one = judge(terms, march, { kind: 'outages', outages });
      const other = judge(terms, march, { kind: 'outages', outages: [...outages].reverse() });

      expect(other.ratio).toBe(one.ratio);
      expect(other.verdict).toBe(one.verdict);
    }),
    { numRuns: 200 },
  );
});
