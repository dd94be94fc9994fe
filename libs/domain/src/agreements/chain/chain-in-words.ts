import { Decimal } from 'decimal.js';
import type { ChainFigure, JudgedChain } from './judge-chain-of.js';

/** What is promised and what the parts carry, of the first figure that shows that it is too much. */
export function chainInWords({ figures, tooWeak, links }: JudgedChain): { promised: string; carried: string } {
  const top = links[0]!.promise.id;
  const priority = tooWeak.find(({ under }) => under === top)?.priority ?? null;
  const figure = figures.find((one) => one.priority === priority) ?? figures[0]!;
  const hours = tooWeak.find(({ under, kind }) => under === top && kind === 'hours');
  const onlyHours = hours && tooWeak.every(({ under, kind }) => under !== top || kind === 'hours');
  if (onlyHours) return { promised: inHours(hours.promised), carried: inHours(hours.carries) };
  return {
    promised: shown(figure.promised, figure.promisedMs, figure),
    carried: shown(figure.attainable, figure.attainableMs, figure),
  };
}

function shown(percent: string | null, ms: number | null, { priority }: ChainFigure): string {
  const share =
    percent === null ? 'nothing' : `${new Decimal(percent).toDecimalPlaces(4, Decimal.ROUND_DOWN).toFixed()}%`;
  return ms === null ? share : `${share} of priority ${priority} within ${Math.round(ms / 60_000)} min`;
}

const inHours = (ms: string): string =>
  `${new Decimal(ms).div(3_600_000).toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed()} service hours a year`;
