/** One series of an answer: by its labels as text, and its values by their instants in epoch milliseconds. */
export interface PrometheusSeries {
  readonly labels: string;
  /** Of a bucket of a histogram, its upper bound as text: its label `le`. */
  readonly bound?: string;
  readonly values: ReadonlyMap<number, number>;
}

/** An answer of `query_range`, understood; or why it is of no use, in a sentence. */
export type PrometheusAnswer = { readonly series: readonly PrometheusSeries[] } | { readonly unusable: string };

/**
 * Reads the body of an answer of Prometheus' HTTP API to `query_range`. An answer with warnings may be only a part of
 * the truth; because what is recorded stays, nothing of it is taken. Stale and infinite values count as none.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries
 */
export function readPrometheus(body: string): PrometheusAnswer {
  const told = parsed(body);
  if (!isRecord(told)) return { unusable: 'The answer is not one of Prometheus.' };
  if (told.status === 'error')
    return { unusable: `Prometheus refuses the question: ${cut(told.errorType)}: ${cut(told.error)}` };
  const { data, warnings } = told;
  if (Array.isArray(warnings) && warnings.length > 0)
    return { unusable: `The answer may be only a part, so nothing of it is taken: ${cut(warnings[0])}` };
  if (told.status !== 'success' || !isRecord(data) || data.resultType !== 'matrix' || !Array.isArray(data.result))
    return { unusable: 'The answer is not one of Prometheus to a question about a range.' };
  const series: PrometheusSeries[] = [];
  for (const one of data.result as unknown[]) {
    const read = isRecord(one) ? readSeries(one) : null;
    if (!read) return { unusable: 'The answer holds a series that cannot be read.' };
    series.push(read);
  }
  return { series };
}

function readSeries({ metric, values }: Record<string, unknown>): PrometheusSeries | null {
  if (!isRecord(metric) || !Array.isArray(values)) return null;
  const read = new Map<number, number>();
  for (const pair of values as unknown[]) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'number' || typeof pair[1] !== 'string') return null;
    const value = Number(pair[1]);
    if (Number.isFinite(value) && pair[1] !== '') read.set(Math.round(pair[0] * 1000), value);
  }
  const labels = Object.keys(metric)
    .sort()
    .map((name) => `${name}=${JSON.stringify(metric[name])}`)
    .join(',');
  return { labels, ...(typeof metric.le === 'string' && { bound: metric.le }), values: read };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cut = (text: unknown): string => String(text).replace(/\s+/g, ' ').slice(0, 300);
