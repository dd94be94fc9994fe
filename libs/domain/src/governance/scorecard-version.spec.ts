import type { Viewer } from '../people/viewer.js';
import {
  approveScorecard,
  assertFollows,
  assertScorecard,
  mayApproveScorecard,
  refuseScorecard,
} from './scorecard-version.js';

const kpi = { name: 'Uptime', commitmentId: 'c', weight: '1', floor: '99', target: '99.9' };
const proposal = { effectiveFrom: '2026-04-01', minimumCoverage: '60', kpis: [kpi] };
const bound = new Map([
  ['c', 'atLeast'],
  ['d', 'atMost'],
] as const);

describe('a proposed scorecard', () => {
  it('is taken when it can be scored', () => {
    expect(() => assertScorecard(proposal, bound)).not.toThrow();
  });

  it.each([
    ['WITHIN_A_PERIOD', { effectiveFrom: '2026-04-02' }],
    ['NOT_A_PERCENTAGE', { minimumCoverage: '101' }],
    ['NO_KPIS', { kpis: [] }],
    ['NAME_MISSING', { kpis: [{ ...kpi, name: ' ' }] }],
    ['NOT_BOUND', { kpis: [{ ...kpi, commitmentId: 'x' }] }],
    ['WEIGHT_NOT_POSITIVE', { kpis: [{ ...kpi, weight: '0' }] }],
    ['NOT_A_PERCENTAGE', { kpis: [{ ...kpi, target: '100.1' }] }],
    ['FLOOR_IS_TARGET', { kpis: [{ ...kpi, target: '99.0' }] }],
    ['WRONG_DIRECTION', { kpis: [{ ...kpi, target: '98' }] }],
    ['WRONG_DIRECTION', { kpis: [{ ...kpi, commitmentId: 'd' }] }],
    ['KPI_TWICE', { kpis: [kpi, { ...kpi, name: 'Again' }] }],
    ['KPI_TWICE', { kpis: [kpi, { ...kpi, commitmentId: 'd', floor: '99.9', target: '99' }] }],
  ])('is refused with %s', (code, differing) => {
    expect(() => assertScorecard({ ...proposal, ...differing }, bound)).toThrow(expect.objectContaining({ code }));
  });

  it('follows what has ruled so far, and leaves frozen periods alone', () => {
    const follows = (ruledFrom: string | null, frozenPeriods: string[]) => () =>
      assertFollows(proposal, { ruledFrom, frozenPeriods });

    expect(follows(null, [])).not.toThrow();
    expect(follows('2026-03-01', ['2026-03', '2026-Q1'])).not.toThrow();
    expect(follows('2026-04-01', [])).toThrow('rules from 2026-04-01');
    expect(follows(null, ['2026-Q2'])).toThrow('2026-Q2 is frozen');
  });
});

describe('the decision on a scorecard', () => {
  const viewer = (personId: string, role: 'vendorManager' | 'administrator' = 'vendorManager'): Viewer => {
    return { personId, name: personId, roles: [{ role, kind: 'organisation', ids: [] }] };
  };
  const version = { state: 'proposed', effectiveFrom: '2026-04-01', proposedById: 'vera' } as const;

  it('takes a second person', () => {
    expect(approveScorecard(version, viewer('vito'), 2)).toBe('secondPerson');
    expect(() => approveScorecard(version, viewer('vera'), 2)).toThrow('Somebody else');
    expect(mayApproveScorecard(version, viewer('vera'), 2)).toBe(false);
    expect(approveScorecard(version, viewer('vera', 'administrator'), 1)).toBe('bootstrap');
  });

  it('is made once; who proposed it withdraws it', () => {
    expect(refuseScorecard(version, viewer('vera'))).toBe('withdrawn');
    expect(refuseScorecard(version, viewer('vito'))).toBe('refused');
    expect(() => approveScorecard({ ...version, state: 'refused' }, viewer('vito'), 2)).toThrow('refused already');
  });
});
