import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import type { ExportedCommitment } from './made-slo.js';
import { openSloTerms } from './openslo-terms.js';
import { isOpenSlo, readOpenSlo } from './read-openslo.js';
import { writeOpenSlo } from './write-openslo.js';

const FILE = `
# What the shop promises.
apiVersion: openslo/v1
kind: Service
metadata: { name: shop, displayName: Web shop, labels: { tier: [gold] } }
spec: { description: Sells things. }
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: latency
spec:
  thresholdMetric:
    metricSource:
      metricSourceRef: prometheus
      spec: { query: 'histogram_quantile(0.99, x)' }
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: fast-pages
  displayName: Fast pages
spec:
  description: Pages are fast.
  service: shop
  indicatorRef: latency
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Good, op: lt, value: 0.25, target: 0.9 }
    - { displayName: Bearable, op: lt, value: 1, targetPercent: 99.95 }
  alertPolicies: []
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: sales }
spec:
  service: shop
  indicator:
    metadata: { name: orders }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Any, spec: { query: good } } }
        total: { metricSource: { type: Any, spec: { query: all } } }
  timeWindow:
    - duration: 1M
      calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin }
  budgetingMethod: Timeslices
  objectives:
    - { target: 0.995, timeSliceTarget: 0.9, timeSliceWindow: 5m }
`;

const VERSION = { agreement: 'shop', effectiveFrom: '2026-02-10', timeZone: 'Europe/Berlin' };

const parsed = (text: string) => parseAllDocuments(text).map((document) => document.toJS());

/** What Accord holds of a file just after it was brought in. */
function heldOf(text: string): ExportedCommitment[] {
  const { entries, services } = openSloTerms(readOpenSlo(text));
  return entries.flatMap(({ commitments }) =>
    commitments.map(({ service, slug, name, promise, window }) => ({
      service: { ...services.find((each) => each.slug === service)!, description: '' },
      slug,
      name,
      promise,
      windowText: window.windowText,
      calendar: 'always',
    })),
  );
}

const broughtOf = (text: string) => readOpenSlo(text).documents;
const changed = (held: ExportedCommitment, slug: string, promise: object): ExportedCommitment =>
  held.slug === slug ? { ...held, promise: { ...held.promise, ...promise } } : held;

describe('a file of OpenSLO', () => {
  it('makes a commitment of each objective, over what has to be counted', () => {
    const held = heldOf(FILE).map(({ slug, name, promise, windowText }) => [
      slug,
      name,
      promise.target,
      promise.indicator,
      windowText,
    ]);

    const rolling = '28 days, rolling; judged as a calendar month';
    const series = (words: string) => ({ kind: 'goodOfTotal', series: words });
    expect(held).toEqual([
      ['fast-pages-good', 'Fast pages: Good', '90', series('latency lt 0.25'), rolling],
      ['fast-pages-bearable', 'Fast pages: Bearable', '99.95', series('latency lt 1'), rolling],
      ['sales', 'sales', '99.5', series('orders, slices of 5m at 0.9'), null],
    ]);
  });

  it('lists by field and line what is not judged by, or otherwise', () => {
    const { entries, timeZone } = openSloTerms(readOpenSlo(FILE));
    const listed = entries.map(({ differences }) =>
      differences.map(({ path, line, isOtherwise }) => `${line} ${path.join('.')}${isOtherwise ? ' otherwise' : ''}`),
    );

    expect(timeZone).toBe('Europe/Berlin');
    expect(listed).toEqual([
      ['5 metadata.labels'],
      ['15 spec.thresholdMetric.metricSource'],
      ['24 spec.description', '28 spec.timeWindow.0 otherwise', '32 spec.objectives.0', '33 spec.objectives.1'],
      [
        '45 spec.indicator.spec.ratioMetric.counter',
        '46 spec.indicator.spec.ratioMetric.good.metricSource',
        '47 spec.indicator.spec.ratioMetric.total.metricSource',
        '53 spec.objectives.0',
      ],
    ]);
  });

  it('is written again as equal documents, with what was changed since and nothing else', () => {
    const write = (held: ExportedCommitment[]) => parsed(writeOpenSlo(broughtOf(FILE), held, VERSION));
    const held = heldOf(FILE);
    expect(write(held)).toEqual(parsed(FILE));

    const stricter = write(held.map((each) => changed(each, 'fast-pages-bearable', { target: '99.99' })));
    const expected = parsed(FILE);
    expected[2].spec.objectives[1].targetPercent = 99.99;
    expect(stricter).toEqual(expected);

    const quarterly = write(held.map((each) => changed(each, 'sales', { windowKind: 'quarter' })));
    expect(quarterly.slice(0, 3)).toEqual(parsed(FILE).slice(0, 3));
    expect(quarterly.slice(3)).toMatchObject([
      {
        kind: 'SLO',
        metadata: { name: 'shop-sales', annotations: { 'accord/calendar': 'always' } },
        spec: {
          timeWindow: [{ duration: '1Q', calendar: { startTime: '2026-04-01 00:00:00', timeZone: 'Europe/Berlin' } }],
        },
      },
    ]);
  });

  it('says which document is wrong, and where', () => {
    const refused = (text: string) => {
      try {
        openSloTerms(readOpenSlo(text));
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    };

    expect(refused(FILE.replace('kind: SLI', 'kind: Dream'))).toMatch(/^document 2\.kind: /);
    expect(refused(FILE.replace('target: 0.995', 'target: 99.5'))).toMatch(
      /^document 4\.spec\.objectives\.0\.target: /,
    );
    expect(refused(FILE.replace('indicatorRef: latency', 'indicatorRef: speed'))).toMatch(/holds no such SLI/);
    expect(refused(FILE.replace('op: lt, value: 1, ', ''))).toMatch(/needs op and value/);
    expect(refused(FILE.replace('displayName: Bearable', 'displayName: Good'))).toMatch(/two objectives/);
    expect(refused(FILE.replace('name: sales', 'name: fast-pages'))).toMatch(/two documents SLO fast-pages/);
    expect(refused(FILE.replace('openslo/v1', 'openslo/v2alpha'))).toMatch(/must be openslo\/v1/);
    expect(refused(`${FILE}\n  - broken: [`)).toMatch(/cannot be read/);
    expect(refused(FILE.replace('Sells things.', '"\\0"'))).toMatch(/no text and no number/);
    expect(refused('a: &a [1]\nb: [*a, *a]')).toMatch(/document 1/);
    expect(isOpenSlo('{"compiled": "2026"}')).toBe(false);
  });
});

const share = fc.integer({ min: 1, max: 99_999 }).map((part) => part / 100_000);
const word = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/);
const anything = fc.jsonValue({ maxDepth: 2 });

const slo = fc.record({
  apiVersion: fc.constant('openslo/v1'),
  kind: fc.constant('SLO'),
  metadata: fc.record({ name: word, labels: fc.dictionary(word, word), annotations: anything }),
  spec: fc.record({
    description: fc.string(),
    service: word,
    indicator: fc.record({
      metadata: fc.record({ name: word, whatever: anything }),
      spec: fc.record({ thresholdMetric: fc.record({ metricSource: fc.record({ type: word, spec: anything }) }) }),
    }),
    timeWindow: fc.tuple(
      fc.record({ duration: fc.constantFrom('1m', '1w', '28d', '1M', '1Q', '3M', '1Y'), isRolling: fc.boolean() }),
    ),
    budgetingMethod: fc.constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices'),
    objectives: fc.uniqueArray(
      fc.record({
        displayName: word,
        op: fc.constantFrom('lt', 'gte'),
        value: fc.integer({ min: -9, max: 9 }).map((value) => value / 4),
        target: share,
        timeSliceTarget: share,
        timeSliceWindow: fc.constantFrom('1m', 5),
      }),
      { minLength: 1, maxLength: 3, selector: ({ displayName }) => displayName },
    ),
    alertPolicies: fc.option(fc.array(word)),
  }),
});

it('keeps every document of random files, and what we made ourselves reads back as the same promise', () => {
  fc.assert(
    fc.property(slo, (document) => {
      const text = stringify(document, { aliasDuplicateObjects: false });
      const held = heldOf(text);
      expect(parsed(writeOpenSlo(broughtOf(text), held, VERSION))).toEqual(parsed(text));

      const exported = writeOpenSlo([], held, VERSION);
      const promises = (of: ExportedCommitment[]) => of.map(({ promise }) => promise);
      expect(promises(heldOf(exported))).toEqual(promises(held));
    }),
    { numRuns: 60 },
  );
});

it('tells promises and services with long names apart, which OpenSLO would cut to the same', () => {
  const [held] = heldOf(FILE) as [ExportedCommitment];
  const long = 'service-for-all-the-warehouses-of-the-north-and-of-the-south-and';
  const of = (end: string, slug: string): ExportedCommitment => ({
    ...held,
    service: { ...held.service, slug: `${long}-${end}` },
    slug,
  });
  const text = writeOpenSlo([], [of('east', 'uptime'), of('east', 'solved'), of('west', 'uptime')], VERSION);

  const names = readOpenSlo(text).documents.map(({ kind, name }) => `${kind} ${name}`);
  expect(names.filter((name) => name.startsWith('Service'))).toHaveLength(2);
  expect([new Set(names).size, names.length]).toEqual([5, 5]);
  expect(names.every((name) => name.split(' ')[1]!.length <= 63)).toBe(true);
  expect(new Set(heldOf(text).map(({ service }) => service.slug)).size).toBe(2);
});
