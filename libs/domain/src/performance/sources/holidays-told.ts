/** What another calendar tells of holidays, and what stands in ours; dates as YYYY-MM-DD. */
export interface HolidaysTold {
  /** What it tells now. */
  readonly told: readonly string[];
  /** What it brought before, or asked to bring. */
  readonly brought: readonly string[];
  /** Of our calendar; also `--MM-DD` of every year. */
  readonly holidays: readonly string[];
  /** The first date that may still change. */
  readonly from: string;
}

/** What is to change, and what the other calendar has brought thereafter. */
export interface HolidayChange {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly brought: readonly string[];
}

/**
 * Holidays that another calendar adds to ours, and takes out again. Only what it brought is taken out: what people wrote
 * stays, and what people took out or refused does not come again until it is told anew.
 *
 * @example
 * holidayChange({ told: ['2026-12-25'], brought: ['2026-12-24'], holidays: ['2026-12-24'], from: '2026-03-17' });
 * // { added: ['2026-12-25'], gone: ['2026-12-24'], brought: ['2026-12-25'] }
 */
export function holidayChange({ told, brought, holidays, from }: HolidaysTold): HolidayChange {
  const [now, before, ours] = [new Set(told), new Set(brought), new Set(holidays)];
  const isOurs = (date: string) => ours.has(date) || ours.has(`-${date.slice(4)}`);
  const added = [...now].filter((date) => date >= from && !before.has(date) && !isOurs(date)).sort();
  const gone = [...before].filter((date) => date >= from && !now.has(date) && ours.has(date)).sort();
  const stays = brought.filter((date) => now.has(date));
  return { added, gone, brought: [...stays, ...added].sort() };
}
