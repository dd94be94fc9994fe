import { VALUES } from '../content/values.js';
import { instantAt, type Months, plusDays } from '../months.js';
import type { Random } from '../random.js';

/** What a machine sends of a month, as far as its days are over at `upTo`: one line a day. */
export interface SentValues {
  source: string;
  lines: string[];
}

export function valuesIn(month: number, upTo: Date, months: Months, random: Random): SentValues[] {
  return VALUES.map(({ source, service, series, unit, about, median, spread, months: other }) => {
    const chance = random.of('values', series, month);
    const middle = other?.[month] ?? median;
    const lines = months.days(month).flatMap((day) => {
      const [from, to] = [instantAt(months.zone, day), instantAt(months.zone, plusDays(day, 1))];
      const many = Math.round(about * chance.between(0.8, 1.2));
      const values = Array.from({ length: many }, () => thousandths(middle * Math.exp(spread * normal(chance))));
      return to > upTo ? [] : [JSON.stringify({ service, series, unit, from, to, values })];
    });
    return { source, lines };
  }).filter(({ lines }) => lines.length > 0);
}

/** As often as chance has it around 0 (Box and Muller). */
const normal = (chance: Random): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
