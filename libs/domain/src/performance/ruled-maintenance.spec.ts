import type { MaintenanceRules } from '../agreements/maintenance-rules.js';
import { ruledMaintenance } from './ruled-maintenance.js';

const at = (text: string) => Date.parse(`2026-03-${text}Z`);
const march = { from: at('01T00:00'), to: Date.parse('2026-04-01T00:00Z'), zone: 'Etc/UTC' };
const NONE: MaintenanceRules = { noticeHours: null, mostMinutes: null, windows: null };
const work = (ref: string, from: string, to: string, announced = '01T00:00') => ({
  ref,
  announcedAt: at(announced),
  from: at(from),
  to: at(to),
});

it('takes all of it where the contract has no rules', () => {
  const told = [work('a', '10T22:00', '11T02:00')];
  expect(ruledMaintenance(null, march, told)).toEqual({ planned: told, ruledOut: [] });
  expect(ruledMaintenance(NONE, march, told)).toEqual({ planned: told, ruledOut: [] });
});

it('takes none of what was told too late, and all of what was told to the hour', () => {
  const rules = { ...NONE, noticeHours: 72 };
  const [late, early] = [
    work('late', '10T22:00', '11T02:00', '07T22:01'),
    work('early', '20T22:00', '21T00:00', '17T22:00'),
  ];

  expect(ruledMaintenance(rules, march, [late, early])).toEqual({
    planned: [early],
    ruledOut: [{ ref: 'late', rule: 'notice', from: late.from, to: late.to }],
  });
});

it('takes only what lies in the windows, in the zone of the agreement', () => {
  const windows = [{ day: 'tue', hours: [{ from: '23:00', to: '02:00' }] }];
  const told = work('a', '10T21:00', '11T04:00');

  expect(ruledMaintenance({ ...NONE, windows }, { ...march, zone: 'Europe/Berlin' }, [told])).toEqual({
    planned: [{ ...told, from: at('10T22:00'), to: at('11T01:00') }],
    ruledOut: [
      { ref: 'a', rule: 'window', from: at('10T21:00'), to: at('10T22:00') },
      { ref: 'a', rule: 'window', from: at('11T01:00'), to: at('11T04:00') },
    ],
  });
});

it('takes as much as the contract allows in the period, the first of it first', () => {
  const [first, second, third] = [
    work('1', '05T00:00', '05T03:00'),
    work('2', '10T00:00', '10T03:00'),
    work('3', '20T00:00', '20T01:00'),
  ];

  expect(ruledMaintenance({ ...NONE, mostMinutes: 240 }, march, [third, first, second])).toEqual({
    planned: [first, { ...second, to: at('10T01:00') }],
    ruledOut: [
      { ref: '2', rule: 'most', from: at('10T01:00'), to: at('10T03:00') },
      { ref: '3', rule: 'most', from: third.from, to: third.to },
    ],
  });
});

it('counts against the allowance only what no other rule takes away, and of the period alone', () => {
  const rules = { noticeHours: 24, mostMinutes: 60, windows: null };
  const before = { ref: 'over', announcedAt: 0, from: march.from - 3_600_000, to: march.from + 1_800_000 };
  const late = work('late', '05T00:00', '05T03:00', '04T12:00');
  const fine = work('fine', '10T00:00', '10T01:00');

  const { planned, ruledOut } = ruledMaintenance(rules, march, [before, late, fine]);

  expect(planned.map(({ ref, from, to }) => [ref, to - from])).toEqual([
    ['over', 1_800_000],
    ['fine', 1_800_000],
  ]);
  expect(ruledOut.map(({ ref, rule }) => [ref, rule])).toEqual([
    ['late', 'notice'],
    ['fine', 'most'],
  ]);
});
