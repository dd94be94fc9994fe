import fc from 'fast-check';
import { type Count, createTerms, judge, periodOf, type Probe, readProbes } from './index.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 1, 1);
const period = periodOf('month', 'UTC', START);
const instant = fc.integer({ min: 0, max: 200 }).map((n) => START + n * MINUTE);

const terms = createTerms({
  indicator: { kind: 'goodTotal' },
  objective: { comparator: 'gte', targetPercent: '90' },
});

/** Counts one after the other, with gaps here and there. */
const counted = fc
  .array(fc.record({ gap: fc.constantFrom(0, 0, 0, MINUTE), good: fc.nat(9), bad: fc.nat(2) }), { maxLength: 80 })
  .map((steps) => {
    let at = START;
    return steps.map(({ gap, good, bad }, i): Count => {
      const from = at + gap;
      at = from + MINUTE;
      return { ref: `count:${i}`, from, to: at, good, total: good + bad };
    });
  });

/** Sums of what follows without a gap, never over an instant of `cuts`. */
function summed(counts: readonly Count[], cuts: readonly number[]): Count[] {
  const sums: Count[] = [];
  for (const count of counts) {
    const last = sums.at(-1);
    if (last?.to !== count.from || cuts.includes(count.from)) sums.push({ ...count, intervals: 1 });
    else {
      const { ref, from, good, total, intervals = 1 } = last;
      const [allGood, all] = [good + count.good, total + count.total];
      sums.splice(-1, 1, { ref, from, to: count.to, good: allGood, total: all, intervals: intervals + 1 });
    }
  }
  return sums;
}

it('judges sums of counts as it judges the counts', () => {
  fc.assert(
    fc.property(counted, instant, instant, instant, (counts, one, other, asOf) => {
      const exclusions = [{ ref: 'exclusion:1', from: Math.min(one, other), to: Math.max(one, other) }];
      const by = (given: readonly Count[]) => {
        const judged = judge(terms, period, { kind: 'counts', counts: given, exclusions }, { asOf });
        const { verdict, numerator, denominator, coverage, budget, explanation } = judged;
        const steps = explanation.map(({ rule, inputs, result }) => ({ rule, inputs, result }));
        return { verdict, numerator, denominator, coverage, budget, steps };
      };
      expect(by(summed(counts, [one, other, asOf]))).toEqual(by(counts));
    }),
  );
});

/** Runs of the same status whose steps a status holds over: the first probe of each with `until`, and the last one. */
function shortened(probes: readonly Probe[], maxHoldMs: number): Probe[] {
  const runs: Probe[][] = [];
  for (const probe of probes) {
    const last = runs.at(-1)?.at(-1);
    if (last?.status === probe.status && probe.at - last.at <= maxHoldMs) runs.at(-1)!.push(probe);
    else runs.push([probe]);
  }
  return runs.flatMap((run) => (run.length === 1 ? run : [{ ...run[0]!, until: run.at(-1)!.at }, run.at(-1)!]));
}

it('reads the first and the last of probes that saw the same as it reads all of them', () => {
  const probed = fc.uniqueArray(fc.tuple(instant, fc.constantFrom('up' as const, 'down' as const)), {
    selector: ([at]) => at,
  });
  fc.assert(
    fc.property(probed, fc.constantFrom(2, 5, 30), (seen, hold) => {
      const probes = seen
        .map(([at, status], i): Probe => ({ ref: `probe:${i}`, at, status }))
        .sort((a, b) => a.at - b.at);
      const range = { from: START, to: START + 300 * MINUTE };
      const read = (given: readonly Probe[]) => readProbes(given, range, hold * MINUTE);
      expect(read(shortened(probes, hold * MINUTE))).toEqual(read(probes));
    }),
  );
});
