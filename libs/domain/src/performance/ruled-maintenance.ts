import { createCalendar, openPeriods } from '@accord/sla';
import { calendarDefinition } from '../agreements/calendar-hours.js';
import { type MaintenanceRules, weekOnly } from '../agreements/maintenance-rules.js';
import type { AnnouncedMaintenance } from './late-maintenance.js';

export const MAINTENANCE_RULE_NAMES = ['notice', 'window', 'most'] as const;
export type MaintenanceRule = (typeof MAINTENANCE_RULE_NAMES)[number];

/** Half-open, in epoch milliseconds. */
interface Time {
  readonly from: number;
  readonly to: number;
}

/** Maintenance, or a part of it, that a rule of the contract does not let count as planned. */
export interface RuledOut extends Time {
  readonly ref: string;
  readonly rule: MaintenanceRule;
}

/** What of the maintenance of a period may be taken out of what was promised, and what may not. */
export interface RuledMaintenance {
  readonly planned: readonly AnnouncedMaintenance[];
  readonly ruledOut: readonly RuledOut[];
}

/**
 * Looks at the maintenance of one period by the rules of the contract, one after the other: told too late, it is not
 * planned at all; outside the windows, it is not planned there; of the rest, in order of time, only as much as the contract
 * allows in the period.
 *
 * @param period With the zone of the agreement, in which the windows are told.
 * @param maintenance Of the service, none of it overlapping another one; what lies outside the period is left aside.
 *
 * @example
 * const work = { ref: 'maintenance:1', announcedAt: 0, from: 10 * HOUR, to: 14 * HOUR };
 * const rules = { noticeHours: 8, mostMinutes: 180, windows: null };
 * ruledMaintenance(rules, january, [work]).ruledOut;
 * // [{ ref: 'maintenance:1', rule: 'most', from: 13 * HOUR, to: 14 * HOUR }]
 */
export function ruledMaintenance(
  rules: MaintenanceRules | null,
  period: Time & { readonly zone: string },
  maintenance: readonly AnnouncedMaintenance[],
): RuledMaintenance {
  if (!rules) return { planned: maintenance, ruledOut: [] };
  const ruledOut: RuledOut[] = [];
  const { noticeHours, mostMinutes, windows } = rules;
  let left = mostMinutes === null ? Infinity : mostMinutes * 60_000;
  const calendar = windows && createCalendar(calendarDefinition(period.zone, weekOnly(windows)));

  const planned = maintenance
    .map((work) => ({ ...work, from: Math.max(work.from, period.from), to: Math.min(work.to, period.to), told: work }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ told, ...work }) => {
      const { ref, announcedAt } = work;
      if (noticeHours !== null && told.from - announcedAt < noticeHours * 3_600_000) {
        ruledOut.push({ ref, rule: 'notice', from: work.from, to: work.to });
        return [];
      }
      const within = calendar ? openPeriods(calendar, work) : [work];
      for (const gap of gapsOf(work, within)) ruledOut.push({ ref, rule: 'window', ...gap });
      return within.flatMap(({ from, to }) => {
        const end = Math.min(to, from + left);
        left -= end - from;
        if (end < to) ruledOut.push({ ref, rule: 'most', from: end, to });
        return from < end ? [{ ref, announcedAt, from, to: end }] : [];
      });
    });
  return { planned, ruledOut };
}

/** What of a stretch of time lies in none of the parts; the parts are in order. */
function gapsOf({ from, to }: Time, parts: readonly Time[]): Time[] {
  const edges = [from, ...parts.flatMap((part) => [part.from, part.to]), to];
  return Array.from({ length: edges.length / 2 }, (_, i) => ({ from: edges[2 * i]!, to: edges[2 * i + 1]! })).filter(
    (gap) => gap.from < gap.to,
  );
}
