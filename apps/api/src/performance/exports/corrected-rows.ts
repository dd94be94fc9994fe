/** Fields of a result that `correctedRows` are made of. */
export const CORRECTED = `
  correctedMeasurements(first: 200) { totalCount newest {
    kind series from to measurements goodBefore totalBefore good total upBefore up reason source correctedAt correctedBy { name }
  } }
  corrections { cause from to reason correctedAt correctedBy { name } }`;

interface Corrected {
  from: string;
  to: string | null;
  reason: string | null;
  correctedAt: string;
  correctedBy: { name: string };
}

interface CorrectedMeasurement extends Corrected {
  kind: string;
  series: string;
  measurements: number;
  goodBefore: string | null;
  totalBefore: string | null;
  good: string | null;
  total: string | null;
  upBefore: boolean | null;
  up: boolean | null;
  source: string;
}

export interface CorrectedMeasurements {
  totalCount: number;
  newest: CorrectedMeasurement[];
}

export interface OutageCorrection extends Corrected {
  cause: string;
}

/** What was corrected of the evidence of a result, the newest first: what was told before, who corrected it, and why. */
export function correctedRows({
  correctedMeasurements: { totalCount, newest },
  corrections,
}: {
  correctedMeasurements: CorrectedMeasurements;
  corrections: readonly OutageCorrection[];
}): [string, string][] {
  const told = newest.reduce((sum, { measurements }) => sum + measurements, 0);
  return [
    ...(totalCount > 0
      ? [row('Corrected measurements', told < totalCount ? `${totalCount}, the newest ${told}:` : `${totalCount}`)]
      : []),
    ...newest.map((one) => row('Corrected measurement', `${saidOf(one)} (${one.source}; ${by(one)})`)),
    ...corrections.map((one) => row('Corrected outage', `${timeOf(one)}: ${one.cause} ${quoted(one)}(${by(one)})`)),
  ];
}

const row = (name: string, value: string): [string, string] => [name, value];

function saidOf(one: CorrectedMeasurement): string {
  const { kind, series, measurements, goodBefore, totalBefore, good, total, upBefore, up } = one;
  const change =
    kind === 'ANSWERS' && good === null
      ? `${measurements} answered otherwise`
      : `${said(goodBefore, totalBefore, upBefore)}, now ${said(good, total, up)}`;
  return `${timeOf(one)}: ${series}: ${change}. ${quoted(one)}`.trim();
}

function said(good: string | null, total: string | null, up: boolean | null): string {
  if (up !== null) return up ? 'up' : 'down';
  return good === null ? `${total} values` : `${good} of ${total}`;
}

const timeOf = ({ from, to }: Corrected): string => (to ? `${instant(from)} to ${instant(to)}` : instant(from));
const quoted = ({ reason }: Corrected): string => (reason ? `“${reason}” ` : '');
const by = ({ correctedBy, correctedAt }: Corrected): string => `${correctedBy.name}, ${instant(correctedAt)}`;
const instant = (at: string): string => new Date(at).toISOString();
