import {
  type CountersAsked,
  counterGrowth,
  type HistogramAsked,
  histogramGrowth,
  type PrometheusSeries,
  probesOfSeries,
  readPrometheus,
  type UpAsked,
} from '@accord/domain';
import { TooLarge } from '../../platform/outgoing/ask-server.js';
import { type Ask, PullFailure, type Reading, type Span } from './reading.js';

type PrometheusAsked = CountersAsked | HistogramAsked | UpAsked;

/** Prometheus answers no more than 11,000 points of a series. */
const STEPS = 5_000;
const FEWEST_STEPS = 50;

/** So many steps before what is read tell where counters stood that were away for a while. */
const STEPS_BEFORE = 10;

/** Scrapes of the newest instants may still be under way. */
const SETTLED_MS = 60_000;

/** Reads on from where it was read to, a chunk at a time; an answer that is too large is asked for in smaller ones. */
export async function askPrometheus(ask: Ask, asked: PrometheusAsked, span: Span): Promise<Reading> {
  for (let steps = STEPS; ; steps = Math.round(steps / 10)) {
    try {
      return await readChunk(ask, asked, span, steps);
    } catch (error) {
      if (!(error instanceof TooLarge) || steps <= FEWEST_STEPS) throw error;
    }
  }
}

async function readChunk(ask: Ask, asked: PrometheusAsked, span: Span, steps: number): Promise<Reading> {
  const stepMs = asked.stepSeconds * 1_000;
  const from = Math.ceil(span.from / stepMs) * stepMs;
  const last = Math.floor((span.to - SETTLED_MS) / stepMs) * stepMs;
  if (last <= from) return { rows: [], readTo: span.from, isMore: false };
  const to = Math.min(last, from + steps * stepMs);
  const isMore = to < last;
  const range = { from: from - STEPS_BEFORE * stepMs, to, stepSeconds: asked.stepSeconds };

  if (asked.kind === 'prometheusUp') {
    const found = probesOfSeries(await queryRange(ask, asked.up, range));
    if ('unusable' in found) throw new PullFailure(found.unusable);
    const rows = found
      .filter(({ at }) => at > span.from)
      .map(({ at, up, fault }) => ({ at, to: null, good: null, total: null, up, fault }));
    return { rows, readTo: isMore ? to : (rows.at(-1)?.at ?? span.from), isMore };
  }
  const counted = asked.kind === 'prometheusHistogram' ? asked.buckets : asked.total;
  const total = await queryRange(ask, counted, range);
  const seen = total.flatMap(({ values }) => [...values.keys()]).reduce((a, b) => Math.max(a, b), from);
  const end = { readTo: isMore ? to : Math.max(seen, span.from), isMore };
  if (asked.kind === 'prometheusHistogram') {
    const grown = histogramGrowth(total, { from, to, stepMs });
    if ('unusable' in grown) throw new PullFailure(grown.unusable);
    return { rows: grown.map((values) => ({ ...values, good: null, up: null })), ...end };
  }
  const good = await queryRange(ask, asked.good, range);
  const rows = counterGrowth(good, total, { from, to, stepMs }).map((row) => ({ ...row, up: null }));
  return { rows, ...end };
}

async function queryRange(
  ask: Ask,
  query: string,
  { from, to, stepSeconds }: { from: number; to: number; stepSeconds: number },
): Promise<readonly PrometheusSeries[]> {
  const asked = { query, start: String(from / 1_000), end: String(to / 1_000), step: String(stepSeconds) };
  const answer = await ask(`/api/v1/query_range?${new URLSearchParams(asked).toString()}`);
  const read = readPrometheus(answer.body);
  // What it refuses it says in the same form, with another status.
  if ('unusable' in read)
    throw new PullFailure(answer.status === 200 ? read.unusable : saidOf(read.unusable, answer.status), answer);
  // What is recorded stays, and nothing is read before it again: an instant to come would silence the source until then.
  const isAhead = read.series.some(({ values }) => [...values.keys()].some((at) => at > to));
  if (isAhead) throw new PullFailure('The answer tells of later than was asked, so nothing of it is taken.');
  return read.series;
}

const saidOf = (unusable: string, status: number): string =>
  unusable.startsWith('Prometheus refuses') ? unusable : `The server answers ${status}.`;
