import { expect, it } from 'vitest';
import { firstSteps } from './first-steps-done';

const administrator = {
  person: { id: 'me', name: 'Ada', email: null, unit: null },
  viewerCanManageProviders: false,
  viewerCanManageServices: false,
  viewerCanManageCalendars: false,
  viewerCanManageAgreements: false,
  viewerCanMeasure: false,
};
const empty = {
  people: {
    edges: [
      {
        node: {
          id: 'me',
          roles: [{ id: 'r', role: 'ADMINISTRATOR' as const, state: 'APPROVED' as const, endedAt: null }],
        },
      },
    ],
  },
  providers: { totalCount: 0 },
  services: { totalCount: 0 },
  calendars: [{ id: 'always' }],
  agreements: { edges: [], totalCount: 0 },
  commitments: { edges: [] },
};
const done = (found: Parameters<typeof firstSteps>[0]) =>
  firstSteps(found, administrator).flatMap((step) => (step.done ? [step.key] : []));

it('begins with nothing but the hours that are always there', () => expect(done(empty)).toEqual(['calendar']));

it('counts a role only once it is in force, and an agreement only once a version is', () => {
  const people = {
    edges: [
      {
        node: { id: 'x', roles: [{ id: 'r', role: 'BT_OFFICE' as const, state: 'PROPOSED' as const, endedAt: null }] },
      },
    ],
  };
  const agreements = { edges: [{ node: { id: 'a', slug: 'mail-sla', current: null } }], totalCount: 1 };
  expect(done({ ...empty, people, agreements })).toEqual(['calendar']);
  expect(firstSteps({ ...empty, agreements }, administrator)[4]?.link).toMatchObject({ params: { slug: 'mail-sla' } });
});

it('ends with a verdict, for which no data is not enough', () => {
  const commitments = (verdict: 'MET' | 'INSUFFICIENT_DATA') => ({
    edges: [{ node: { id: 'c', result: { verdict } } }],
  });
  expect(done({ ...empty, commitments: commitments('INSUFFICIENT_DATA') })).toEqual(['calendar']);
  expect(done({ ...empty, commitments: commitments('MET') })).toEqual(['calendar', 'measurement']);
});
