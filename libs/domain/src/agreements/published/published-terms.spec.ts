import type { PublishedEntry } from './published-entry.js';
import { publishedTerms } from './published-terms.js';

const entry: PublishedEntry = {
  id: 'nimbus-compute',
  provider: 'Nimbus (Cloud) Café',
  service: 'Compute, one zone',
  indicator: 'monthly uptime percentage',
  indicator_definition: null,
  unit: 'percent',
  window: 'calendar month',
  target: 99.95,
  comparator: '>=',
  credit_tiers: [
    { gte: 99.0, lt: 99.9, credit_pct: 10 },
    { gte: null, lt: 99.0, credit_pct: 25 },
  ],
  credit_base: 'monthly fees',
  credit_cap: null,
  claim: null,
  exclusions: ['force majeure', 'beta features'],
  status: 'confirmed',
  source: { type: 'official_page', ref: 'https://example.com/sla' },
  notes: null,
};
const read = (changed: Partial<PublishedEntry>) => publishedTerms({ ...entry, ...changed });

describe('published terms', () => {
  it('become an underpinning contract with one commitment', () => {
    expect(publishedTerms(entry)).toMatchObject({
      slug: 'nimbus-compute',
      provider: { slug: 'nimbus-cloud-cafe', name: 'Nimbus (Cloud) Café' },
      commitment: { slug: 'uptime', name: 'Monthly uptime percentage' },
      promise: {
        indicator: { kind: 'availability', source: 'outages' },
        target: '99.95',
        windowKind: 'month',
        credit: {
          tiers: [
            { gte: '99', lt: '99.9', percent: '10' },
            { gte: null, lt: '99', percent: '25' },
          ],
        },
      },
      exclusionsText: 'force majeure; beta features',
      exclusionCategories: ['forceMajeure', 'previewFeature'],
      sourceText: 'https://example.com/sla (official_page; confirmed)',
      windowText: null,
    });
  });

  it('say that a billing month is judged as a calendar month', () => {
    const terms = read({ window: 'billing month' });
    expect(terms.windowText).toBe('Billing month, judged as a calendar month');
    expect(terms.notesText).toContain('Window: Billing month, judged as a calendar month.');
  });

  it('count no downtime that is shorter than the definition asks', () => {
    const indicator_definition = 'Downtime Period = >= 5 consecutive minutes';
    expect(read({ indicator_definition }).promise.indicator).toMatchObject({ shortestOutageMs: 300_000 });
  });

  it.each([
    ['monthly uptime percentage', '100% minus the average of the 5-minute error rates', 'requests'],
    ['percentage of objects replicated within 15 minutes', null, 'objects-replicated-within-15-minutes'],
    ['successful executions percentage', null, 'successful-executions'],
  ])('count good of total events for %s', (indicator, indicator_definition, series) => {
    expect(read({ indicator, indicator_definition }).promise.indicator).toEqual({ kind: 'goodOfTotal', series });
  });

  it.each([
    ['service credits in a billing month never exceed the monthly service fees for that service', '100'],
    ['50% of the amount due for the covered service in the month', '50'],
    ['next issued invoice; no refund', null],
    [null, null],
  ])('cap credits by the words %s', (credit_cap, capPercent) => {
    const terms = read({ credit_cap });
    expect(terms.promise.credit?.capPercent).toBe(capPercent);
    expect(terms.capText).toBe(credit_cap);
  });

  it.each([
    [
      { indicator: 'percentage of tickets resolved within 3 business days' },
      'Targets in business days are not yet held',
    ],
    [
      { credit_tiers: [{ lt: 99.9, gte: null, credit: '100% of lost time' }] },
      'A credit in proportion ("100% of lost time") is not yet held.',
    ],
    [
      { credit_tiers: [{ outage_minutes_from: 5, outage_minutes_to: 30, credit_days: 1 }] },
      'A credit in days of the charge is not yet held.',
    ],
    [{ window: 'year' }, 'A window of a "year" is not yet held.'],
    [{ comparator: '<=' }, 'A target of "<= 99.95 percent" is not yet held.'],
  ] as [Partial<PublishedEntry>, string][])('are not held when they say %j', (changed, sentence) => {
    expect(() => read(changed)).toThrow(sentence);
  });
});
