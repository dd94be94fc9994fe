import { Exact, parseDecimal } from '../foundation/decimal.js';
import { step } from '../foundation/explanation.js';
import { type Amount, plain } from './amount.js';
import type { GapPolicy } from './availability-parts.js';
import type { Measured } from './measured.js';
import { type Share, shareOfDecimal, sumOfShares } from './shares.js';

/** A part of a composite as it was measured. */
export interface MeasuredPart {
  readonly name: string;
  readonly weight: string;
  readonly measured: Measured;
}

/**
 * What parts come to by their weights: each loses its weight times its own bad share. A part of which there is nothing
 * to judge is a gap: the others stand for it, or it is good, or bad.
 */
export function measureComposite(parts: readonly MeasuredPart[], gaps: GapPolicy): Measured {
  const judged = parts.map(({ name, weight, measured }) => {
    const nothing = new Exact(measured.total).isZero();
    const share: Share = nothing ? [gaps === 'bad' ? 1n : 0n, 1n] : shareOf(measured);
    return { name, weight: parseDecimal(name, weight), measured, share, counts: !nothing || gaps !== 'ignore' };
  });
  const counted = judged.filter(({ counts }) => counts);
  const bad = sumOfShares(counted.map(({ weight, share }) => times(shareOfDecimal(weight), share)));
  const total = Exact.sum(0, ...counted.map(({ weight }) => weight));
  const coverages = parts.flatMap(({ measured: { coverage } }) => (coverage ? [coverage] : []));
  return {
    unit: 'share',
    bad,
    total,
    periodTotal: total,
    coverage:
      coverages.length === 0
        ? null
        : {
            knownMs: coverages.reduce((sum, { knownMs }) => sum + knownMs, 0),
            expectedMs: coverages.reduce((sum, { expectedMs }) => sum + expectedMs, 0),
          },
    losses: counted.flatMap(lossesOf).sort((a, b) => a.from - b.from),
    contributions: judged.flatMap(({ name, measured }) =>
      measured.contributions.map((item) => ({ ...item, ref: `${name}/${item.ref}` })),
    ),
    steps: [
      ...judged.flatMap(({ name, weight, measured, counts }) => [
        ...measured.steps.map((each) => ({ ...each, inputs: { part: name, ...each.inputs } })),
        step(
          'composite.part',
          { part: name, weight: weight.toFixed(), bad: plain(measured.bad), total: plain(measured.total) },
          counts,
        ),
      ]),
      step('composite.sum', { parts: counted.length }, { bad: plain(bad), total: plain(total) }),
    ],
  };
}

function lossesOf({ weight, measured }: { readonly weight: Exact; readonly measured: Measured }) {
  const scale = new Exact(measured.total).isZero() ? 0 : weight.div(measured.total).toNumber();
  return measured.losses.map(({ from, to, amount }) => ({ from, to, amount: amount * scale }));
}

/** A bad part that was itself rounded up stays so. */
function shareOf({ bad, total }: Measured): Share {
  const [badNum, badDen] = fractionOf(bad);
  const [totalNum, totalDen] = fractionOf(total);
  return [badNum * totalDen, badDen * totalNum];
}

const fractionOf = (amount: Amount): Share =>
  typeof amount === 'number' ? [BigInt(amount), 1n] : shareOfDecimal(amount);

const times = ([a, b]: Share, [c, d]: Share): Share => [a * c, b * d];
