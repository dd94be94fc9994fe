import { addDays, dayBefore, type LocalDay } from '../agreements/local-day.js';
import { Fraction, sumOf } from './fraction.js';

export const PRORATIONS = ['weightDays', 'segments', 'forfeit'] as const;
/**
 * How a pool is split among members who come and go.
 *
 * - `weightDays`: by weight × days.
 * - `segments`: the pool by days; on each stretch of days among those who are there, by weight.
 * - `forfeit`: as if everybody had been there all along; what is not earned goes to nobody.
 */
export type Proration = (typeof PRORATIONS)[number];

/** Days, both inclusive. */
export interface Days {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** A member on days of the period with a weight; the same person may have several stretches. */
export interface Presence extends Days {
  readonly personId: string;
  readonly weight: string;
}

/** What part of the pool a person earns; the parts and the part of nobody sum to 1. */
export interface ProratedParts {
  /** In the order in which the persons come first. */
  readonly parts: ReadonlyMap<string, Fraction>;
  readonly unearned: Fraction;
}

/** @throws {RangeError} When nobody has a weight above 0. */
export function prorate(proration: Proration, period: Days, presences: readonly Presence[]): ProratedParts {
  const persons = [...new Set(presences.map(({ personId }) => personId))];
  const parts = PARTS[proration](period, presences);
  const byPerson = new Map(
    persons.map((id) => [id, sumOf(presences.flatMap((p, i) => (p.personId === id ? [parts[i]!] : [])))]),
  );
  return { parts: byPerson, unearned: Fraction.of(1).minus(sumOf([...byPerson.values()])) };
}

/** How many days, both inclusive. */
export function daysIn({ from, to }: Days): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** The part of each presence. */
const PARTS: Record<Proration, (period: Days, presences: readonly Presence[]) => Fraction[]> = {
  weightDays: (_, presences) => {
    const weightDays = presences.map((presence) => weightOf(presence).times(daysIn(presence)));
    return weightDays.map((own) => own.over(sumOf(weightDays)));
  },

  segments: (period, presences) => {
    const parts = presences.map(() => Fraction.of(0));
    for (const segment of segmentsOf(period, presences)) {
      const present = presences.map(({ from, to }) => from <= segment.from && segment.to <= to);
      const weights = sumOf(presences.filter((_, i) => present[i]).map(weightOf));
      const ofPool = Fraction.of(daysIn(segment)).over(daysIn(period));
      presences.forEach((presence, i) => {
        if (present[i]) parts[i] = parts[i]!.plus(weightOf(presence).over(weights).times(ofPool));
      });
    }
    return parts;
  },

  forfeit: (period, presences) => {
    // Whoever's weight changed would have had the largest one all along.
    const full = new Map<string, Fraction>();
    for (const presence of presences) {
      const known = full.get(presence.personId);
      if (!known || weightOf(presence).compare(known) > 0) full.set(presence.personId, weightOf(presence));
    }
    const all = sumOf([...full.values()]).times(daysIn(period));
    return presences.map((presence) => weightOf(presence).times(daysIn(presence)).over(all));
  },
};

const weightOf = ({ weight }: Presence): Fraction => Fraction.of(weight);

/** The period cut wherever somebody comes or goes. */
function segmentsOf(period: Days, presences: readonly Presence[]): Days[] {
  const starts = new Set([period.from, ...presences.flatMap(({ from, to }) => [from, addDays(to, 1)])]);
  const within = [...starts].filter((day) => period.from <= day && day <= period.to).sort();
  return within.map((from, i) => ({ from, to: i + 1 < within.length ? dayBefore(within[i + 1]!) : period.to }));
}
