import { expect, it } from 'vitest';
import type { OrderState } from '../generated/graphql';
import { stagesOf } from './stages-of';

const events = (...states: OrderState[]) => states.map((to, place) => ({ to, at: `2026-03-0${place + 1}T09:00:00Z` }));
const told = (state: OrderState, ...states: OrderState[]) =>
  stagesOf(state, events(...states)).map(({ key, standing }) => `${key} ${standing}`);

it('begins with the submission of a draft', () => expect(told('DRAFT', 'DRAFT')[0]).toBe('SUBMITTED now'));

it('tells what is done, what comes next and what later', () =>
  expect(told('AWAITING_APPROVAL', 'DRAFT', 'SUBMITTED', 'AWAITING_APPROVAL')).toEqual([
    'SUBMITTED done',
    'APPROVED now',
    'FULFILLING ahead',
    'DELIVERED ahead',
    'COMPLETED ahead',
  ]));

it('is done to the end once it is accepted', () => {
  const all = stagesOf('COMPLETED', events('DRAFT', 'SUBMITTED', 'APPROVED', 'FULFILLING', 'DELIVERED', 'COMPLETED'));
  expect(new Set(all.map(({ standing }) => standing))).toEqual(new Set(['done']));
});

it('ends with what was accepted once its rest was cancelled', () =>
  expect(told('COMPLETED', 'DRAFT', 'SUBMITTED', 'APPROVED', 'FULFILLING', 'COMPLETED')).toEqual([
    'SUBMITTED done',
    'APPROVED done',
    'FULFILLING done',
    'COMPLETED done',
  ]));

it('ends where it was stopped', () =>
  expect(told('FAILED', 'DRAFT', 'SUBMITTED', 'APPROVED', 'FAILED')).toEqual([
    'SUBMITTED done',
    'APPROVED done',
    'FAILED stopped',
  ]));

it('says of what waits for an answer, a day or a release that it does', () => {
  expect(told('NEEDS_INFORMATION', 'DRAFT', 'SUBMITTED', 'AWAITING_APPROVAL', 'NEEDS_INFORMATION')[1]).toBe(
    'APPROVED waits',
  );
  expect(told('SCHEDULED', 'DRAFT', 'SUBMITTED', 'APPROVED', 'SCHEDULED')[2]).toBe('FULFILLING waits');
  expect(told('ON_HOLD', 'DRAFT', 'SUBMITTED', 'APPROVED', 'FULFILLING', 'ON_HOLD')[3]).toBe('DELIVERED waits');
});

it('goes on after it was tried again, and tells the last time that it was given up', () => {
  const tried = ['DRAFT', 'SUBMITTED', 'APPROVED', 'FULFILLING', 'FAILED', 'FULFILLING'] as const;
  expect(told('FULFILLING', ...tried)[3]).toBe('DELIVERED now');
  expect(stagesOf('FAILED', events(...tried, 'FAILED')).at(-1)?.at).toBe('2026-03-07T09:00:00Z');
});
