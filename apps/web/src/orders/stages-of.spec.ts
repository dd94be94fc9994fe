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

it('ends where it was stopped', () =>
  expect(told('FAILED', 'DRAFT', 'SUBMITTED', 'APPROVED', 'FAILED')).toEqual([
    'SUBMITTED done',
    'APPROVED done',
    'FAILED stopped',
  ]));
