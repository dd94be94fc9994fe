import { editionOf, resultsIn, type GatheredPack, type PackedBreach } from './pack.js';

const breach = (breachId: string, amount: string | null, currency = 'EUR'): PackedBreach => ({
  breachId,
  resultId: `result ${breachId}`,
  revision: 1,
  commitmentName: 'Uptime',
  serviceName: 'Mail',
  period: '2026-02',
  figure: '99.85',
  target: '99.9',
  credit: amount === null ? null : { amount, currency },
});
const action = { owner: 'Cora', due: '2026-04-30', done: false };

const gathered: GatheredPack = {
  provider: { id: 'p', name: 'Northwind' },
  period: '2026-02',
  asOf: '2026-03-16T09:00:00.000Z',
  scorecard: { versionId: 'v', number: 1, effectiveFrom: '2026-01-01', minimumCoverage: '60' },
  verdict: 'scored',
  score: '94.58',
  coverage: '100',
  kpis: [],
  breaches: [breach('1', '100.00'), breach('2', null)],
  promisesMissed: [breach('3', '300.50'), breach('4', '20.00', 'USD'), breach('5', '0.50')],
  actions: [
    { ...action, what: 'Lay a cable.', isProviders: true },
    { ...action, what: 'Find another provider.', isProviders: false },
  ],
};

describe('the editions of a pack', () => {
  it('tell inside what is owed and recoverable, by currency', () => {
    expect(editionOf(gathered, 'internal')).toMatchObject({
      edition: 'internal',
      actions: [{ what: 'Lay a cable.' }, { what: 'Find another provider.' }],
      exposures: [
        { currency: 'EUR', owed: '301.00', recoverable: '100.00', exposure: '201.00' },
        { currency: 'USD', owed: '20.00', recoverable: '0.00', exposure: '20.00' },
      ],
    });
  });

  it('tell the provider its own breaches and actions and nothing else', () => {
    const edition = editionOf(gathered, 'provider');

    expect(edition).toMatchObject({ edition: 'provider', score: '94.58', promisesMissed: [], exposures: [] });
    expect(edition.breaches).toHaveLength(2);
    expect(edition.actions).toEqual([{ ...action, what: 'Lay a cable.' }]);
  });

  it('hold the results of their KPIs and breaches, each once', () => {
    const result = { resultId: 'result 1', period: '2026-02', revision: 1, figure: '99.85' };
    const kpis = [{ results: [{ ...result, numerator: '1', denominator: '2', verdict: 'missed' }] }];
    const both = { ...gathered, kpis: kpis as never };
    expect(resultsIn(editionOf(both, 'provider'))).toEqual(['result 1', 'result 2']);
    expect(resultsIn(editionOf(both, 'internal'))).toEqual(['1', '2', '3', '4', '5'].map((id) => `result ${id}`));
  });
});
