import { createTerms, judge, periodById } from '@accord/sla';
import { printRow } from './bench-row.js';
import { ratesOf } from './sla-rates.js';

const COMMITMENTS = 1000;
const EVERY_MS = 300_000;

interface Samples {
  readonly good: number[];
  readonly total: number[];
}

/** Judging a month of samples, beside a loop that only sums the same arrays. */
export function benchSamples(): void {
  const june = periodById('Europe/Berlin', '2026-06');
  const count = (june.to - june.from) / EVERY_MS;
  const commitments = Array.from({ length: COMMITMENTS }, (_, i) => samplesOf(count, i));
  const terms = createTerms({
    indicator: { kind: 'goodTotal' },
    objective: { comparator: 'gte', targetPercent: '99.9' },
    calendar: null,
  });
  const judged = ({ good, total }: Samples) =>
    judge(terms, june, { kind: 'slices', from: june.from, everyMs: EVERY_MS, good, total }).verdict;
  const [ours, reference] = ratesOf(commitments, [judged, sumsOf]);
  const row = { bench: 'sla', ours: count * ours!, reference: count * reference! };
  printRow({ ...row, name: 'judge-a-month-of-5-minute-samples-beside-sums', unit: 'samples/s', least: 0.2 });
  const [ownNs, sumNs] = [1e9 / row.ours, 1e9 / row.reference];
  printRow({
    bench: 'sla',
    name: 'time-of-a-sample-beside-its-sum',
    unit: 'ns',
    ours: ownNs,
    reference: sumNs,
    most: 5,
  });
}

function sumsOf({ good, total }: Samples): number {
  let goods = 0;
  let totals = 0;
  for (let i = 0; i < total.length; i += 1) {
    goods += good[i]!;
    totals += total[i]!;
  }
  return goods / totals;
}

function samplesOf(count: number, commitment: number): Samples {
  const total = Array.from({ length: count }, (_, i) => 100 + ((i * 7 + commitment) % 900));
  const good = total.map((all, i) => all - Number((i + commitment) % 50 === 0));
  return { good, total };
}
