import { nextArchetypeVersion } from './change-archetype.js';

const newest = { version: 3, effectiveFrom: '2026-01-01' };
const change = {
  effectiveFrom: '2026-04-01',
  defaultAvailability: '99.9',
  rewardMix: { operations: 50, customer: 30, outcome: 20 },
  typicalScores: { operationalDependence: 3, strategicImpact: 3, standardizability: 3, uncertainty: 3 },
};
const next = (other: Partial<typeof change> | { defaultAvailability: null }, today = '2026-03-16') =>
  nextArchetypeVersion(newest, { ...change, ...other }, today);

describe('a change of an archetype', () => {
  it('is the next version, from today at the earliest', () => {
    expect(next({})).toBe(4);
    expect(next({ effectiveFrom: '2026-03-16' })).toBe(4);
    expect(next({ defaultAvailability: null })).toBe(4);
    expect(() => next({ effectiveFrom: '2026-03-15' })).toThrow(
      expect.objectContaining({ code: 'EFFECTIVE_DATE_PAST' }),
    );
  });

  it('starts after the version before it, even one that is only announced', () => {
    expect(() => next({ effectiveFrom: '2026-01-01' }, '2025-12-01')).toThrow(
      expect.objectContaining({ code: 'EFFECTIVE_DATE_TAKEN', field: ['effectiveFrom'] }),
    );
  });

  it.each([
    { operations: 50, customer: 30, outcome: 21 },
    { operations: 110, customer: -10, outcome: 0 },
    { operations: 33.5, customer: 33.5, outcome: 33 },
  ])('keeps a reward mix of whole parts that add up to 100: not $operations/$customer/$outcome', (rewardMix) => {
    expect(() => next({ rewardMix })).toThrow(expect.objectContaining({ code: 'MIX_NOT_100', field: ['rewardMix'] }));
  });

  it.each(['0', '-1', '100.0000001'])('promises no availability of %s percent', (defaultAvailability) => {
    expect(() => next({ defaultAvailability })).toThrow(expect.objectContaining({ code: 'AVAILABILITY_OUT_OF_RANGE' }));
  });

  it('keeps scores from 1 to 5', () => {
    expect(() => next({ typicalScores: { ...change.typicalScores, uncertainty: 6 } })).toThrow(
      expect.objectContaining({ code: 'SCORE_OUT_OF_RANGE', field: ['typicalScores', 'uncertainty'] }),
    );
  });
});
