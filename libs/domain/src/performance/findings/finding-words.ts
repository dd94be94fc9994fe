import type { ExplainedValue } from '../explained-step.js';
import type { FindingFacts, FindingKind } from './finding-kinds.js';

type Words = { readonly [K in FindingKind]: (subject: string, facts: FindingFacts<K>) => string };

/** What a finding says, in one sentence; the client makes its own of the same facts. */
const WORDS: Words = {
  silentSource: (source, { since, limit }) =>
    `${source} has said nothing since ${since}; it may be quiet for ${limit}. Look whether it still runs.`,
  gap: (series, { gaps, from, to, missing }) =>
    `${series} has ${gaps === '1' ? 'a gap' : `${gaps} gaps, the last one`} from ${from} to ${to}; ${missing} are missing. Bring what was measured then.`,
  overPromise: (commitment, { promised, carried, weakest }) =>
    `${commitment} promises ${promised}, and what it rests on carries ${carried}; the weakest link is ${weakest}. Promise less, or agree on more beneath.`,
  weakestLink: (commitment, { promises, among }) =>
    `${commitment} is the weakest link under ${promises === '1' ? 'a promise that says' : `${promises} promises that say`} more than the parts carry: ${among}. Agree on more.`,
  drift: (commitment, { level, target, pace, about, between, weeks, chance }) =>
    `${commitment} gets slowly worse, by ${pace} points a week: it stands at ${level}. At this pace its target of ${target} is missed about ${about} (${between}). Look for what has changed. ${trendWords(weeks, chance)}`,
  arrivalDrift: (source, { level, limit, about, between, weeks, chance }) =>
    `${source} brings its data later and later: ${level} after it was measured. At this pace it passes the ${limit} that it may be quiet about ${about} (${between}). Look at what carries it. ${trendWords(weeks, chance)}`,
  deliveryDrift: (service, { level, pace, about, between, weeks, chance }) =>
    `${service} takes longer and longer to deliver: ${level} of the promised time, ${pace} points more each week. At this pace it delivers too late about ${about} (${between}). Look for what holds them up. ${trendWords(weeks, chance)}`,
};

/** By which method a drift is found, of which weeks, and how sure it is. */
const trendWords = (weeks: string, chance: string): string =>
  `Looked at: ${weeks}, one value each. That steady values turn out like this by chance: ${chance} (Mann–Kendall trend test). ` +
  'The pace is the middle one of those between any two weeks (Theil–Sen); the days in brackets are its 90% interval.';

/** @param subject What it is about, as people call it. */
export function findingWords<K extends FindingKind>(
  kind: K,
  subject: string,
  values: readonly ExplainedValue[],
): string {
  const facts = Object.fromEntries(values.map((value) => [value.name, readable(value)]));
  return WORDS[kind](subject, facts as FindingFacts<K>);
}

function readable({ value, unit }: ExplainedValue): string {
  if (value === null) return 'unknown';
  if (unit === 'instant') return `${value.slice(0, 16).replace('T', ' ')} UTC`;
  if (unit === 'ms') return inWords(Number(value));
  return unit === 'percent' ? `${value}%` : value.replace(ISO_DAY, (day) => DAY.format(new Date(day)));
}

const ISO_DAY = /\b\d{4}-\d\d-\d\d\b/g;
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** In the largest unit of which there are at least two, rounded down: 3 days, 26 hours, 119 minutes. */
function inWords(ms: number): string {
  const [unit, size] = UNITS.find(([, size]) => ms >= 2 * size) ?? UNITS[3];
  const count = Math.floor(ms / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
