import { describe, expect, it } from 'vitest';
import { commitmentSchema, formOf, inputOf, type CommitmentForm } from './commitment-form';

const filled = (changes: Partial<CommitmentForm>): CommitmentForm => ({
  ...formOf(null),
  serviceId: 'a',
  name: 'Resolution',
  slug: 'resolution',
  target: '95',
  calendarId: 'c',
  ...changes,
});
const pathsOf = (values: CommitmentForm) =>
  commitmentSchema.safeParse(values).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the form of a commitment', () => {
  it('sends hours as milliseconds and only the indicator chosen', () => {
    const ticketsInTime = {
      ...formOf(null).ticketsInTime,
      targets: [
        { priority: 1, hours: 0.5 },
        { priority: 2, hours: 8 },
      ],
    };
    const input = inputOf(filled({ kind: 'TICKETS_IN_TIME', ticketsInTime }));
    expect(input.indicator).toEqual({
      ticketsInTime: {
        metric: 'RESOLUTION',
        lowVolumeUnder: null,
        allowedFailures: null,
        targets: [
          { priority: 1, targetMs: 1_800_000 },
          { priority: 2, targetMs: 28_800_000 },
        ],
      },
    });
    expect(input).not.toHaveProperty('availability');
    expect(input.credit).toBeNull();
  });

  it('needs all commitments of a group, unless it says fewer', () => {
    const underpinnedBy = [
      { commitmentIds: ['east', 'west'], needed: 1 },
      { commitmentIds: ['network', 'power'], needed: null },
      { commitmentIds: ['desk'], needed: 3 },
    ];
    expect(inputOf(filled({ underpinnedBy })).underpinnedBy).toEqual([
      { commitmentIds: ['east', 'west'], needed: 1 },
      { commitmentIds: ['network', 'power'], needed: 2 },
      { commitmentIds: ['desk'], needed: 1 },
    ]);
    expect(pathsOf(filled({ underpinnedBy: [{ commitmentIds: [], needed: null }] }))).toEqual([
      'underpinnedBy.0.commitmentIds',
    ]);
  });

  it('lets no status hold where outages are recorded', () => {
    const availability = { source: 'OUTAGES' as const, shortestOutageMinutes: 1.5, longestHoldMinutes: 10 };
    expect(inputOf(filled({ availability })).indicator).toEqual({
      availability: { source: 'OUTAGES', shortestOutageMs: 90_000, longestHoldMs: null },
    });
  });

  it('asks of values how many at least keep the limit, whatever was chosen before', () => {
    const percentile = { series: 'answers', limit: 300, unit: 'ms' };
    const { indicator, comparator } = inputOf(filled({ kind: 'PERCENTILE', comparator: 'AT_MOST', percentile }));
    expect({ indicator, comparator }).toEqual({ indicator: { percentile }, comparator: 'AT_LEAST' });
  });

  it('asks only for what the chosen indicator needs', () => {
    expect(pathsOf(filled({}))).toEqual([]);
    expect(pathsOf(filled({ kind: 'TICKETS_IN_TIME' }))).toEqual(['ticketsInTime.targets']);
    expect(pathsOf(filled({ kind: 'GOOD_OF_TOTAL' }))).toEqual(['goodOfTotal.series']);
    expect(pathsOf(filled({ kind: 'PERCENTILE' }))).toEqual(['percentile.series', 'percentile.limit']);
  });

  it('wants tiers where missing costs a credit, and percentages between 0 and 100', () => {
    expect(pathsOf(filled({ withCredit: true }))).toEqual(['credit.tiers']);
    expect(pathsOf(filled({ target: '100.1' }))).toEqual(['target']);
  });

  it('says how decimals are written where a comma was typed', () => {
    const messages = (target: string) =>
      commitmentSchema.safeParse(filled({ target })).error?.issues.map(({ message }) => message);
    expect(messages('99,9')).toEqual(['ui.form.point']);
    expect(messages('almost all')).toEqual(['ui.form.decimal']);
    expect(messages('100.1')).toEqual(['ui.form.range']);
  });

  it('takes an emptied bound of a tier as open', () => {
    const credit = { tiers: [{ gte: '' as never, lt: '99.9', percent: '10' }], minimum: '' as never, capPercent: null };
    const parsed = commitmentSchema.parse(filled({ withCredit: true, credit }));
    expect(parsed.credit).toEqual({
      tiers: [{ gte: null, lt: '99.9', percent: '10' }],
      minimum: null,
      capPercent: null,
    });
  });
});
