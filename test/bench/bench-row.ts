/** One measurement beside another one. Rates where more is better, times and sizes where less is. */
export interface BenchRow {
  bench: string;
  name: string;
  unit: string;
  ours: number;
  reference: number;
}

/** Prints the row with `ratio` = ours ÷ reference, as one line of JSON. */
export function printRow({ bench, name, unit, ours, reference }: BenchRow): void {
  const rounded = (value: number) => Number(value.toPrecision(4));
  console.log(
    JSON.stringify({
      bench,
      name,
      unit,
      ours: rounded(ours),
      reference: rounded(reference),
      ratio: rounded(ours / reference),
    }),
  );
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
