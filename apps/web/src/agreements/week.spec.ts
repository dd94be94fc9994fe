import { expect, it } from 'vitest';
import { openStretches, weeklyMinutes } from './week';

const closed = [[], [], [], [], [], []];

it('draws a shift over midnight on both days that it touches', () => {
  const week = openStretches([[{ from: '22:00', to: '06:00' }], ...closed]);
  expect(week[0]).toEqual([{ from: 1320, to: 1440, overMidnight: true }]);
  expect(week[1]).toEqual([{ from: 0, to: 360, overMidnight: true }]);
});

it('lets Sunday night run into Monday', () => {
  const week = openStretches([...closed, [{ from: '23:00', to: '01:00' }]]);
  expect(week[0]).toEqual([{ from: 0, to: 60, overMidnight: true }]);
});

it('counts what is open', () => {
  expect(weeklyMinutes([[{ from: '09:00', to: '17:00' }], [{ from: '22:00', to: '06:00' }], ...closed.slice(1)])).toBe(
    960,
  );
  expect(weeklyMinutes([[{ from: '00:00', to: '24:00' }], ...closed])).toBe(1440);
});
