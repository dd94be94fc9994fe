import { z } from 'zod';
import {
  ClosingWayCodes,
  ExclusionCategoryCodes,
  type ChangeAgreementVersionInput,
  type ExclusionCategory,
} from '../generated/graphql';
import type { Version } from './agreement-page';
import { formatHours, parseHours } from './hours-text';
import { weekdays, type Weekday } from './week';

const hours = z.string().refine((text) => parseHours(text) !== null, 'agreements.week.unreadable');
const count = z.number('ui.form.required').int('ui.form.whole').min(0).nullable();

/** The rules of a version as people type them. */
export const rulesSchema = z
  .object({
    exclusionCategories: z.array(z.enum(ExclusionCategoryCodes)),
    noticeHours: count,
    mostMinutes: count,
    windows: z.record(z.enum(weekdays), hours),
    closing: z.enum(ClosingWayCodes),
    closingDays: count,
    ticketAlertPercents: z
      .string()
      .refine((text) => percentsOf(text).every((percent) => percent >= 1 && percent <= 99), 'agreements.rules.percents')
      .refine((text) => percentsOf(text).length <= 5, 'agreements.rules.percents'),
    urgentAtAnyHour: z.boolean(),
  })
  .refine(({ closing, closingDays }) => closing !== 'BY_ITSELF' || closingDays !== null, {
    path: ['closingDays'],
    message: 'ui.form.required',
  });
export type RulesForm = z.output<typeof rulesSchema>;

export function rulesValues(version: Version): RulesForm {
  const { exclusionCategories, maintenanceRules, closing, closingDays, ticketAlertPercents, urgentAtAnyHour } = version;
  const windows = new Map(maintenanceRules?.windows?.map((window) => [window.day, formatHours(window.hours)]));
  return {
    exclusionCategories: [...(exclusionCategories ?? [])],
    noticeHours: maintenanceRules?.noticeHours ?? null,
    mostMinutes: maintenanceRules?.mostMinutes ?? null,
    windows: Object.fromEntries(weekdays.map((day) => [day, windows.get(day) ?? ''])) as Record<Weekday, string>,
    closing,
    closingDays: closingDays ?? null,
    ticketAlertPercents: ticketAlertPercents.join(', '),
    urgentAtAnyHour,
  };
}

export function rulesInput(values: RulesForm): ChangeAgreementVersionInput {
  const { exclusionCategories, noticeHours, mostMinutes, windows, closing, closingDays, urgentAtAnyHour } = values;
  const week = weekdays.map((day) => ({ day, hours: parseHours(windows[day]) ?? [] }));
  return {
    // None chosen = the contract names none.
    exclusionCategories: exclusionCategories.length > 0 ? (exclusionCategories as ExclusionCategory[]) : null,
    maintenanceRules: { noticeHours, mostMinutes, windows: week.filter((day) => day.hours.length > 0) },
    closing,
    closingDays: closing === 'BY_ITSELF' ? closingDays : null,
    ticketAlertPercents: percentsOf(values.ticketAlertPercents),
    urgentAtAnyHour,
  };
}

function percentsOf(text: string): number[] {
  return text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
}
