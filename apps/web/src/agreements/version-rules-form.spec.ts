import { expect, it } from 'vitest';
import type { Version } from './agreement-page';
import { rulesInput, rulesSchema, rulesValues } from './version-rules-form';

const version = {
  exclusionCategories: ['FORCE_MAJEURE'],
  maintenanceRules: {
    noticeHours: 72,
    mostMinutes: null,
    windows: [{ day: 'sat', hours: [{ from: '22:00', to: '04:00' }] }],
  },
  closing: 'BY_ITSELF',
  closingDays: 5,
  ticketAlertPercents: [75, 90],
  urgentAtAnyHour: true,
} as unknown as Version;

it('gives back what it was given', () => {
  expect(rulesInput(rulesSchema.parse(rulesValues(version)))).toEqual({
    exclusionCategories: ['FORCE_MAJEURE'],
    maintenanceRules: version.maintenanceRules,
    closing: 'BY_ITSELF',
    closingDays: 5,
    ticketAlertPercents: [75, 90],
    urgentAtAnyHour: true,
  });
});

it('asks for days where a period closes by itself, hours that can be read, and shares of a target', () => {
  const wrong = { ...rulesValues(version), closingDays: null, ticketAlertPercents: '75, 100' };
  const { error } = rulesSchema.safeParse({ ...wrong, windows: { ...wrong.windows, mon: 'at night' } });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'windows.mon',
    'ticketAlertPercents',
    'closingDays',
  ]);
});
