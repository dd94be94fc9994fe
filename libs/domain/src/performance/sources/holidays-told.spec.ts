import { holidayChange } from './holidays-told.js';

const change = (more: object) => holidayChange({ told: [], brought: [], holidays: [], from: '2026-03-17', ...more });

it('adds what is told, and takes out what it brought and tells no longer', () => {
  expect(change({ told: ['2026-12-25', '2026-12-26', '2026-12-25'] })).toEqual({
    added: ['2026-12-25', '2026-12-26'],
    gone: [],
    brought: ['2026-12-25', '2026-12-26'],
  });
  const stands = { brought: ['2026-12-25', '2026-12-26'], holidays: ['2026-12-25', '2026-12-26'] };
  expect(change({ ...stands, told: ['2026-12-26'] })).toEqual({
    added: [],
    gone: ['2026-12-25'],
    brought: ['2026-12-26'],
  });
});

it('leaves the dates before the first one that may change', () =>
  expect(change({ told: ['2026-03-16'], brought: ['2026-01-06'], holidays: ['2026-01-06'] })).toMatchObject({
    added: [],
    gone: [],
  }));

it('does not write again what stands there by people, and does not take it out', () => {
  const told = ['2026-05-01', '2026-12-25'];
  const written = { told, holidays: ['2026-05-01', '--12-25'] };
  expect(change(written)).toEqual({ added: [], gone: [], brought: [] });
  expect(change({ ...written, told: [] })).toMatchObject({ gone: [] });
});

it('does not bring again what people took out or refused, until it is told anew', () => {
  const brought = ['2026-12-25'];
  expect(change({ told: brought, brought })).toEqual({ added: [], gone: [], brought });
  expect(change({ brought })).toEqual({ added: [], gone: [], brought: [] });
});
