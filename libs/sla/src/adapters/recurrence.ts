import ICAL from 'ical.js';
import { InputError } from '../foundation/input-error.js';

const LAST_YEAR = 2199;
const MOST_TRIES = 200_000;

/**
 * The times of a recurrence rule that there are. RFC 5545, section 3.3.10: a date that a rule comes to and no month has,
 * such as 30 February, is skipped and not counted. ical.js goes on to 2 March by some rules, and on for ever by others. It
 * passes over positions in some rules too, and over the first year of a rule of some months, so those are found here: a rule
 * of months goes from day to day.
 */
export class Recurrence extends ICAL.RecurIterator {
  #tries = 0;

  constructor(
    private readonly path: string,
    private readonly whole: ICAL.Recur,
    dtstart: ICAL.Time,
  ) {
    assertUnderstood(path, whole);
    super({ rule: isMonthly(whole) ? dayByDay(whole) : withoutPositions(whole), dtstart });
  }

  override next(again?: boolean): ICAL.Time {
    // ical.js takes the first one unseen.
    const isBefore = this.last.compare(this.dtstart) <= (isMonthly(this.whole) ? -1 : 0);
    if (this.occurrence_number !== 0 || isBefore || this.check_contracting_rules()) return super.next(again);
    this.occurrence_number = -1;
    const first = super.next(again);
    this.occurrence_number = 1;
    return first;
  }

  /** @throws {InputError} When it has been asked too often. */
  override check_contracting_rules(): boolean {
    if (this.last.year > LAST_YEAR) return true;
    if ((this.#tries += 1) > MOST_TRIES) {
      const fault = 'must recur by days or months where it recurs so rarely';
      throw new InputError('OUT_OF_RANGE', `${this.path}.rrule`, this.whole.toString(), fault);
    }
    return this.#isInMonth() && this.#isOnDay() && this.#isOnPosition() && super.check_contracting_rules();
  }

  /** Which months and days of a month a rule names holds for all that it comes to, however it counts. */
  override check_contract_restriction(part: string, value: number | string): boolean {
    if (part === 'BYMONTH') return this.rule.parts.BYMONTH?.includes(this.last.month) ?? true;
    if (part !== 'BYMONTHDAY') return super.check_contract_restriction(part, value);
    return this.#isOnMonthDay();
  }

  #isOnMonthDay(): boolean {
    const { month, year, day } = this.last;
    const fromEnd = day - ICAL.Time.daysInMonth(month, year) - 1;
    return this.whole.parts.BYMONTHDAY?.some((named) => named === day || named === fromEnd) ?? true;
  }

  /** Of a rule of months: in one that it comes to, on a weekday and a day of it that it names. */
  #isInMonth(): boolean {
    if (!isMonthly(this.whole)) return true;
    const { interval, parts } = this.whole;
    const { month, year, day } = this.last;
    const length = ICAL.Time.daysInMonth(month, year);
    const months = (year - this.dtstart.year) * 12 + month - this.dtstart.month;
    if (months % interval !== 0 || !(parts.BYMONTH?.includes(month) ?? true)) {
      // On to the next one.
      this.last.day = length;
      return false;
    }
    if (!this.#isOnMonthDay()) return false;
    const weekday = ICAL.Recur.numericDayToIcalDay(this.last.dayOfWeek());
    const nth = Math.ceil(day / 7);
    const fromEnd = -Math.ceil((length - day + 1) / 7);
    const names = [weekday, `${nth}${weekday}`, `+${nth}${weekday}`, `${fromEnd}${weekday}`];
    return parts.BYDAY?.some((named) => names.includes(String(named))) ?? true;
  }

  /** A rule of years or months that names no days means the day on which it begins. */
  #isOnDay(): boolean {
    const { freq, parts } = this.whole;
    const namesDays = parts.BYDAY ?? parts.BYMONTHDAY ?? parts.BYYEARDAY ?? parts.BYWEEKNO;
    return namesDays !== undefined || !['YEARLY', 'MONTHLY'].includes(freq) || this.last.day === this.dtstart.day;
  }

  /** Counted from either end of the days of the month that the rule names. */
  #isOnPosition(): boolean {
    const positions = this.whole.parts.BYSETPOS;
    if (!positions) return true;
    const { year, month, day } = this.last;
    const named = new Set(this.whole.parts.BYDAY?.map((name) => ICAL.Recur.icalDayToNumericDay(String(name)) - 1));
    const first = this.last.dayOfWeek() - day + 5 * 7;
    const days = Array.from({ length: ICAL.Time.daysInMonth(month, year) }, (_, i) => i + 1).filter((one) =>
      named.has((first + one - 1) % 7),
    );
    const place = days.indexOf(day);
    return place >= 0 && positions.some((position) => position === place + 1 || position === place - days.length);
  }
}

const isMonthly = ({ freq }: ICAL.Recur): boolean => freq === 'MONTHLY';

/** What of a rule of months ical.js counts: the days, and the times of each. */
function dayByDay(rule: ICAL.Recur): ICAL.Recur {
  const { BYSETPOS: _, BYMONTH: _m, BYMONTHDAY: _d, BYDAY: _w, ...parts } = rule.parts;
  return Object.assign(rule.clone(), { freq: 'DAILY', interval: 1, parts });
}

function withoutPositions(rule: ICAL.Recur): ICAL.Recur {
  const { BYSETPOS: _, ...parts } = rule.parts;
  return Object.assign(rule.clone(), { parts });
}

/** What ical.js passes over in silence, and positions in other than the weekdays of one month. */
function assertUnderstood(path: string, rule: ICAL.Recur): void {
  const { BYWEEKNO, BYSETPOS, BYDAY, BYMONTH } = rule.parts;
  const refuse = (fault: string) => new InputError('OUT_OF_RANGE', `${path}.rrule`, rule.toString(), fault);
  if (BYWEEKNO) throw refuse('must not recur by BYWEEKNO');
  if (isMonthly(rule) && BYDAY?.some((day) => Math.abs(Number.parseInt(String(day), 10)) > 5))
    throw refuse('must recur by the first to fifth or last to fifth last weekday of a month');
  if (!BYSETPOS) return;
  const isOfMonths = rule.freq === 'MONTHLY' || (rule.freq === 'YEARLY' && BYMONTH?.length === 1);
  const isOfDays = BYDAY?.every((day) => /^[A-Z]{2}$/.test(String(day)));
  if (isOfMonths && isOfDays && !FINER.some((part) => rule.parts[part])) return;
  throw refuse('must recur by BYSETPOS only of the weekdays of one month');
}

const FINER = ['BYMONTHDAY', 'BYYEARDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'] as const;
