import { promiseHeld, promiseReaches, promisesLess, samePromise, type PlanPromise } from './plan-promise.js';

const promise = (agreementId: string | null, deliveryHours: string | null = null, deliveryCalendarId = 'office') => ({
  agreementId,
  deliveryHours,
  deliveryCalendarId: deliveryHours && deliveryCalendarId,
});
const on = { today: '2026-03-16', noticeDays: 30 };
const less = (before: PlanPromise, after: PlanPromise) => promisesLess(before, after);

it('is less where the SLA goes or is another one, or an order may take longer', () => {
  expect(less(promise('gold'), promise(null))).toBe(true);
  expect(less(promise('gold'), promise('silver'))).toBe(true);
  expect(less(promise(null, '8'), promise(null))).toBe(true);
  expect(less(promise(null, '8'), promise(null, '10'))).toBe(true);
  expect(less(promise(null, '8'), promise(null, '8', 'night'))).toBe(true);
  expect(less(promise(null), promise('gold', '8'))).toBe(false);
  expect(less(promise('gold', '8'), promise('gold', '8.0'))).toBe(false);
  expect(samePromise(promise(null, '8'), promise(null, '4'))).toBe(false);
});

it('waits for the notice where anybody loses something, and is kept by who ordered it until then', () => {
  const gold = promise('gold');
  const none = promise(null);
  expect(promiseReaches([gold, none], none, on)).toBe('2026-04-15');
  expect(promiseReaches([none], gold, on)).toBe('2026-03-16');
  expect(promiseReaches([], none, on)).toBe('2026-03-16');

  const promises = [
    { ...gold, planVersion: 1, subscribersFrom: '2026-01-01' },
    { ...none, planVersion: 2, subscribersFrom: null },
    { ...promise('silver'), planVersion: 4, subscribersFrom: '2026-04-20' },
  ];
  const held = (planVersion: number, day: string) => promiseHeld(promises, planVersion, day)?.agreementId;
  expect(held(1, '2026-04-19')).toBe('gold');
  expect(held(3, '2026-04-19')).toBeNull();
  expect(held(1, '2026-04-20')).toBe('silver');
  expect(held(4, '2026-03-16')).toBe('silver');
});
