import { scoreOf } from './kpi-score.js';
import { scorecardOf, type WeighedKPI } from './scorecard.js';

const scored = (name: string, weight: string, score: string): WeighedKPI => ({ name, weight, state: 'scored', score });
const without = (name: string, weight: string, state: WeighedKPI['state']): WeighedKPI => {
  return { name, weight, state, score: null };
};

describe('a scorecard', () => {
  const availability = scored('Availability', '40', scoreOf('98.5', { floor: '96', target: '99' }));
  const hours = scored('P1 hours', '30', scoreOf('5', { floor: '8', target: '4' }));

  it('comes out as in the worked example: 79.76 at a coverage of 70 %', () => {
    const outcome = scorecardOf([availability, hours, without('Survey', '30', 'noData')], '60');

    expect(outcome).toMatchObject({ verdict: 'scored', score: '79.76', coverage: '70' });
    expect(outcome.explanation).toEqual([
      {
        rule: 'scorecard.coverage',
        inputs: { weightAvailable: '70', weightAll: '100', leastCoveragePercent: '60' },
        result: { coveragePercent: '70', verdict: 'scored' },
      },
      {
        rule: 'scorecard.score',
        inputs: {
          Availability: { weight: '40', score: '83.33' },
          'P1 hours': { weight: '30', score: '75.00' },
          weightAvailable: '70',
        },
        result: { score: '79.76' },
      },
    ]);
  });

  it('has insufficient data under the minimum coverage, compared unrounded', () => {
    const survey = without('Survey', '20.001', 'noData');

    expect(scorecardOf([scored('Uptime', '30', '90'), survey], '60')).toMatchObject({ verdict: 'insufficientData' });
    expect(scorecardOf([scored('Uptime', '30', '90'), without('Survey', '20', 'noData')], '60')).toMatchObject({
      verdict: 'scored',
      score: '90.00',
      coverage: '60',
    });
    expect(scorecardOf([scored('Uptime', '30', '90'), survey], '60')).toMatchObject({ score: null, coverage: '59.99' });
  });

  it('counts evidence that is owed and not delivered as 0, and leaves out what did not happen', () => {
    const deemed: WeighedKPI = { name: 'Calls', weight: '1', state: 'deemed', score: '0' };
    const quiet = without('Tickets', '5', 'noActivity');

    expect(scorecardOf([scored('Uptime', '1', '90'), deemed, quiet], '60')).toMatchObject({
      score: '45.00',
      coverage: '100',
    });
  });

  it('has insufficient data where nothing has a value, whatever the minimum', () => {
    for (const kpis of [[], [without('Tickets', '1', 'noActivity')], [without('Uptime', '1', 'notClosed')]])
      expect(scorecardOf(kpis, '0')).toMatchObject({ verdict: 'insufficientData', score: null, coverage: '0' });
  });
});
