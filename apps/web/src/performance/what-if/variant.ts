import {
  ExcludedTimeCodes,
  MissingDataCodes,
  WindowKindCodes,
  type ExcludedTime,
  type MissingData,
  type SupposedTermsInput,
  type WindowKind,
} from '../../generated/graphql';

export type Tier = { gte: string | null; lt: string | null; percent: string };

/** What terms are supposed to say otherwise; what is left out stays as it was. */
export type Variant = {
  target?: string;
  window?: WindowKind;
  calendar?: string;
  shortest?: number;
  /** Of values. */
  limit?: number;
  /** Of tickets, minutes by priority. */
  times?: Record<string, number>;
  missing?: MissingData;
  floor?: string;
  excluded?: ExcludedTime;
  credit?: 'none' | Tier[];
  countExclusions?: true;
  countMaintenance?: true;
};

const decimal = /^\d{1,9}(\.\d{1,9})?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const oneOf =
  <const Values extends readonly string[]>(values: Values) =>
  (text: string): Values[number] | undefined =>
    values.find((value) => value === text);
const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);
const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
const yes = (text: string) => (text === 'yes' ? (true as const) : undefined);

const READ: { [Name in keyof Variant]-?: (text: string) => Variant[Name] } = {
  target: matching(decimal),
  window: oneOf(WindowKindCodes),
  calendar: matching(uuid),
  shortest: whole,
  limit: (text) => (decimal.test(text) && Number(text) > 0 ? Number(text) : undefined),
  times: readTimes,
  missing: oneOf(MissingDataCodes),
  floor: matching(decimal),
  excluded: oneOf(ExcludedTimeCodes),
  credit: readCredit,
  countExclusions: yes,
  countMaintenance: yes,
};

/** A variant as it stands in an address: `target:99.9;window:QUARTER`. The same variant gives the same text. */
export function writeVariant(variant: Variant): string | undefined {
  const parts = Object.keys(READ).flatMap((name) => {
    const value = variant[name as keyof Variant];
    return value === undefined ? [] : [`${name}:${written(value)}`];
  });
  return parts.length > 0 ? parts.join(';') : undefined;
}

function written(value: NonNullable<Variant[keyof Variant]>): string {
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map(({ gte, lt, percent }) => `${gte ?? ''}_${lt ?? ''}_${percent}`).join('~');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([priority, minutes]) => `${priority}_${minutes}`)
      .join('~');
  return String(value);
}

/** What of the text makes sense. */
export function readVariant(text: string): Variant {
  const found: Record<string, unknown> = {};
  for (const part of text.split(';')) {
    const [name, value] = [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)];
    if (!Object.hasOwn(READ, name)) continue;
    const read = READ[name as keyof Variant](value);
    if (read !== undefined) found[name] = read;
  }
  return found;
}

function readTimes(text: string): Record<string, number> | undefined {
  const times = text.split('~').map((part) => part.split('_'));
  const fits = times.every((pair) => pair.length === 2 && pair.every((one) => /^[1-9]\d{0,6}$/.test(one)));
  return fits ? Object.fromEntries(times.map(([priority, minutes]) => [priority!, Number(minutes)])) : undefined;
}

function readCredit(text: string): 'none' | Tier[] | undefined {
  if (text === 'none') return text;
  const tiers = text.split('~').map((part) => part.split('_'));
  const fits = tiers.every(
    ([gte, lt, percent, ...more]) =>
      more.length === 0 &&
      [gte, lt].every((bound) => bound === '' || decimal.test(bound ?? '!')) &&
      decimal.test(percent ?? ''),
  );
  return fits
    ? tiers.map(([gte, lt, percent]) => ({ gte: gte || null, lt: lt || null, percent: percent! }))
    : undefined;
}

const minute = 60_000;

/** The variant as the server takes it. */
export function inputOf(one: Variant): SupposedTermsInput {
  const { target, window, calendar, shortest, limit, times, missing, floor, excluded, credit } = one;
  return {
    target,
    window,
    calendarId: calendar,
    shortestOutageMs: shortest === undefined ? undefined : shortest * minute,
    limit,
    targets:
      times &&
      Object.entries(times).map(([priority, minutes]) => ({ priority: Number(priority), targetMs: minutes * minute })),
    missingData: missing,
    coverageFloor: floor,
    excludedTime: excluded,
    credit: Array.isArray(credit) ? { tiers: credit } : undefined,
    withoutCredit: credit === 'none' || undefined,
    withoutExclusions: one.countExclusions,
    withoutMaintenance: one.countMaintenance,
  };
}
