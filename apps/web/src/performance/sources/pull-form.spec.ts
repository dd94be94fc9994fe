import { expect, it } from 'vitest';
import { addSchema, askedOf, authorizationOf, changeSchema, questionOf } from './pull-form';

const filled = { ...questionOf(), address: 'https://prometheus.example.org', good: 'ok_total', total: 'all_total' };

it('asks only what belongs to its kind', () => {
  expect(askedOf(filled)).toEqual({ prometheusCounts: { good: 'ok_total', total: 'all_total', stepSeconds: 60 } });
  expect(askedOf({ ...filled, kind: 'PROMETHEUS_UP', up: 'up' })).toEqual({
    prometheusUp: { up: 'up', stepSeconds: 60 },
  });
  expect(askedOf({ ...filled, kind: 'PROMETHEUS_HISTOGRAM', buckets: 'x_bucket' })).toEqual({
    prometheusHistogram: { buckets: 'x_bucket', unit: 's', stepSeconds: 60 },
  });
  expect(askedOf({ ...filled, kind: 'UPPTIME', site: 'mail' })).toEqual({ upptime: { site: 'mail' } });
  expect(askedOf({ ...filled, kind: 'CALENDAR_HOLIDAYS', named: ' ' })).toEqual({ calendarHolidays: { named: null } });
});

it('misses what its kind needs, and nothing of other kinds', () => {
  const missing = (values: object) => changeSchema.safeParse(values).error?.issues.map(({ path }) => path[0]);
  expect(missing(filled)).toBeUndefined();
  expect(missing({ ...filled, good: ' ' })).toEqual(['good']);
  expect(missing({ ...filled, kind: 'UPPTIME' })).toEqual(['site']);
  const unsaid = (more: object) => {
    const values = { ...filled, sourceName: 'A', serviceId: null, calendarId: null, series: '', since: '', ...more };
    return addSchema.safeParse(values).error?.issues.map(({ path }) => path[0]);
  };
  expect(unsaid({})).toEqual(['serviceId', 'since']);
  expect(unsaid({ kind: 'CALENDAR_MAINTENANCE' })).toEqual(['serviceId']);
  expect(unsaid({ kind: 'CALENDAR_HOLIDAYS' })).toEqual(['calendarId']);
});

it('sends what lets it in only where something was typed', () => {
  const basic = { ...filled, authorization: 'BASIC' as const };
  expect(authorizationOf(filled, true)).toEqual({});
  expect(authorizationOf(basic, true)).toBeUndefined();
  expect(authorizationOf({ ...basic, user: 'me', password: 'x' }, true)).toEqual({ user: 'me', password: 'x' });
  expect(authorizationOf({ ...filled, authorization: 'BEARER', bearer: 'token' }, false)).toEqual({ bearer: 'token' });
});
