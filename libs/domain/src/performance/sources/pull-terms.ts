import { DomainError } from '../../domain-error.js';
import { UP } from '../measurements/measurement-row.js';
import { unitFault } from '../measurements/told-values.js';

/** Good and total of what Prometheus counts: two counters by their selectors. */
export interface CountersAsked {
  readonly kind: 'prometheusCounts';
  readonly good: string;
  readonly total: string;
  readonly stepSeconds: number;
}

/** The values of a histogram that Prometheus keeps: the counters of its buckets by their selector. */
export interface HistogramAsked {
  readonly kind: 'prometheusHistogram';
  readonly buckets: string;
  /** In which its bounds are, such as s. */
  readonly unit: string;
  readonly stepSeconds: number;
}

/** Whether the service is up as Prometheus sees it: an expression that comes to one series of 1 and 0. */
export interface UpAsked {
  readonly kind: 'prometheusUp';
  readonly up: string;
  readonly stepSeconds: number;
}

/** What an Upptime repository has kept of one site. */
export interface HistoryAsked {
  readonly kind: 'upptime';
  /** Of the site: the name of its file in `history`. */
  readonly site: string;
}

/** The incidents that a status page of Statuspage tells of. */
export interface IncidentsAsked {
  readonly kind: 'statuspage';
  /** Only incidents that name this component of the page; null = all of them. */
  readonly component: string | null;
}

/** What an iCalendar address tells: work on a service, or days on which a service calendar is closed. */
export interface CalendarAsked {
  readonly kind: 'calendarMaintenance' | 'calendarHolidays';
  /** Only events whose summary contains this text, in capitals or not; null = all of them. */
  readonly named: string | null;
}

/** What a pull asks its server. */
export type PullAsked = CountersAsked | HistogramAsked | UpAsked | HistoryAsked | IncidentsAsked | CalendarAsked;

export const PULL_KINDS = [
  'prometheusCounts',
  'prometheusHistogram',
  'prometheusUp',
  'upptime',
  'statuspage',
  'calendarMaintenance',
  'calendarHolidays',
] as const satisfies PullAsked['kind'][];
export type PullKind = (typeof PULL_KINDS)[number];

/** What a pull brings: where it asks, what, how often, and under which name the answers are kept. */
export interface PullTerms {
  readonly address: string;
  readonly asked: PullAsked;
  readonly series: string;
  readonly everyMinutes: number;
}

const LONGEST = 2_000;
const DAY_MINUTES = 1_440;
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const MATCHER = `${NAME}\\s*(?:=|!=|=~|!~)\\s*(?:"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')`;
const MATCHERS = `\\{\\s*(?:${MATCHER}\\s*(?:,\\s*${MATCHER}\\s*)*,?\\s*)?\\}`;
const SELECTOR = new RegExp(`^(?:${NAME}\\s*(?:${MATCHERS})?|${MATCHERS})$`);
const SITE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Checks what a pull is to ask.
 *
 * @param plain Whether http without encryption is allowed, such as in a network of one's own.
 * @throws {DomainError} Naming the field.
 */
export function assertPull({ address, asked, series, everyMinutes }: PullTerms, plain: boolean): void {
  assertAddress(address, plain);
  if (series.trim() === '' || series.length > 200)
    throw invalid('A series has a name of at most 200 characters.', 'series');
  if (!isWithin(everyMinutes, 1, DAY_MINUTES)) throw invalid('A pull asks every 1 to 1440 minutes.', 'everyMinutes');
  if (asked.kind === 'statuspage') return assertName(asked.component, 'component', 'A component has a name');
  if ('named' in asked) return assertName(asked.named, 'named', 'The summary of an event contains a text');
  if (asked.kind === 'upptime') {
    if (!SITE.test(asked.site))
      throw invalid('Name the site as its file in history is named, such as my-site.', 'site');
    return;
  }
  if (!isWithin(asked.stepSeconds, 15, 3_600)) throw invalid('A step has 15 to 3600 seconds.', 'stepSeconds');
  if (asked.kind === 'prometheusUp') {
    if (asked.up.trim() === '' || asked.up.length > LONGEST)
      throw invalid('An expression is missing, or too long.', 'up');
    return;
  }
  if (asked.kind === 'prometheusHistogram') {
    if (unitFault(asked.unit)) throw invalid('Name the unit of the buckets, such as s.', 'unit');
    return assertCounter(asked.buckets, 'buckets');
  }
  assertCounter(asked.good, 'good');
  assertCounter(asked.total, 'total');
}

/** What a pull brings; one kind of it cannot become another. */
export const PULLED: Readonly<
  Record<PullKind, 'counts' | 'values' | 'probes' | 'outages' | 'maintenance' | 'holidays'>
> = {
  prometheusCounts: 'counts',
  prometheusHistogram: 'values',
  prometheusUp: 'probes',
  upptime: 'probes',
  statuspage: 'outages',
  calendarMaintenance: 'maintenance',
  calendarHolidays: 'holidays',
};

/** What the answers to a pull are called where nobody names them; of counts and values somebody has to. */
export function seriesOfPull(kind: PullKind, name: string | null): string | null {
  const unnamed = { counts: null, values: null, probes: UP, outages: 'incidents' } as const;
  const brought = PULLED[kind];
  // Of these there is one of a source.
  if (brought === 'maintenance' || brought === 'holidays') return brought;
  return name ?? unnamed[brought];
}

/**
 * Each counter is followed by itself, so that a restart of one is seen. A sum of counters falls with every restart, and
 * `increase()` guesses what lies beyond the samples: neither can be counted exactly.
 */
function assertCounter(expression: string, field: 'good' | 'total' | 'buckets'): void {
  if (expression.length <= LONGEST && SELECTOR.test(expression.trim())) return;
  throw invalid(
    'Name the counters alone, such as http_requests_total{job="api",code!~"5.."}: Accord sums them itself, without sum(), rate() or increase().',
    field,
  );
}

function assertName(name: string | null, field: string, what: string): void {
  if (name !== null && (name.trim() === '' || name.length > 200))
    throw invalid(`${what} of at most 200 characters.`, field);
}

function assertAddress(text: string, plain: boolean): void {
  const refuse = (why: string) => invalid(why, 'address');
  if (text.length > LONGEST) throw refuse(`The address has more than ${LONGEST} characters.`);
  if (!URL.canParse(text)) throw refuse('The address is no web address.');
  const { protocol, username, password, hash, search } = new URL(text);
  if (protocol !== 'https:' && !(plain && protocol === 'http:')) throw refuse('The address must begin with https://.');
  if (username || password) throw refuse('The address must not carry a name or a password; give them apart.');
  if (hash || search) throw refuse('The address must not have a part after ? or #.');
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && least <= value && value <= most;

const invalid = (why: string, field: string) => new DomainError('INVALID', why, [field]);
