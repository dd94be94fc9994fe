/** One measurement beside another one. Rates where more is better, times and sizes where less is. */
export interface BenchRow {
  bench: string;
  name: string;
  unit: string;
  ours: number;
  reference: number;
  /** Least or most that `ours ÷ reference` may be. */
  least?: number;
  most?: number;
}

/**
 * Prints the row with `ratio` = ours ÷ reference, as one line of JSON, with its bound and whether it is kept; a row that
 * breaks it ends the run with 1.
 */
export function printRow({ bench, name, unit, ours, reference, least, most }: BenchRow): void {
  const rounded = (value: number) => Number(value.toPrecision(4));
  const ratio = ours / reference;
  const bounded = least !== undefined || most !== undefined;
  const holds = ratio >= (least ?? -Infinity) && ratio <= (most ?? Infinity);
  if (bounded && !holds) process.exitCode = 1;
  console.log(
    JSON.stringify({
      bench,
      name,
      unit,
      ours: rounded(ours),
      reference: rounded(reference),
      ratio: rounded(ratio),
      ...(bounded && { least, most, verdict: holds ? 'PASS' : 'over' }),
    }),
  );
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
