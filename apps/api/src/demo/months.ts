import { instantOfWall } from '@accord/sla';

const DAY_MS = 86_400_000;

/** A wall clock's day and time, such as `2026-03-16` and `09:00`, as an instant. */
export function instantAt(zone: string, day: string, time = '00:00'): Date {
  return new Date(instantOfWall(zone, Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)));
}

/** The day that a wall clock shows. */
export function dayAt(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** Days later, or earlier. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The months of the demo: the one in which it is set up is 0, then twelve whole ones, and 13 is the running one. */
export class Months {
  private readonly running: number;

  constructor(
    readonly zone: string,
    readonly anchor: Date,
  ) {
    const [year, month] = dayAt(zone, anchor).split('-').map(Number) as [number, number];
    this.running = year * 12 + month - 1;
  }

  /** `2026-03`. */
  period(month: number): string {
    const count = this.running - 13 + month;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  }

  /** @param day Counted from 1; a day that a short month does not have is its last one. */
  day(month: number, day: number): string {
    return `${this.period(month)}-${String(Math.min(day, this.length(month))).padStart(2, '0')}`;
  }

  at(month: number, day: number, time = '00:00'): Date {
    return instantAt(this.zone, this.day(month, day), time);
  }

  /** @param nth Counted from 1, Monday to Friday. */
  workingDay(month: number, nth: number, isHoliday: (day: string) => boolean = () => false): string {
    let left = nth;
    for (let day = this.day(month, 1); ; day = plusDays(day, 1)) {
      if (weekdayOf(day) % 6 !== 0 && !isHoliday(day) && --left === 0) return day;
    }
  }

  /** The nth one before the day of the anchor, counted from 1. */
  workingDayBefore(nth: number, isHoliday: (day: string) => boolean = () => false): string {
    let left = nth;
    for (let day = plusDays(dayAt(this.zone, this.anchor), -1); ; day = plusDays(day, -1)) {
      if (weekdayOf(day) % 6 !== 0 && !isHoliday(day) && --left === 0) return day;
    }
  }

  /** The first and the last year that a calendar should know. */
  years(): [number, number] {
    return [Math.floor((this.running - 13) / 12), Math.floor(this.running / 12) + 1];
  }

  /** Days of the month. */
  length(month: number): number {
    const [year, number] = this.period(month).split('-').map(Number) as [number, number];
    return new Date(Date.UTC(year, number, 0)).getUTCDate();
  }

  days(month: number): string[] {
    return Array.from({ length: this.length(month) }, (_, i) => this.day(month, i + 1));
  }
}
