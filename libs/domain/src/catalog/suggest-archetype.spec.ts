import fc from 'fast-check';
import { ARCHETYPE_KEYS } from './archetype.js';
import { assertRewardMix } from './change-archetype.js';
import { defaultArchetypes } from './default-archetypes.js';
import { suggestArchetype } from './suggest-archetype.js';
import { suggestionPlace, suggestionTable } from './suggestion-table.js';

const score = fc.integer({ min: 1, max: 5 });
const scores = fc.record({
  operationalDependence: score,
  strategicImpact: score,
  standardizability: score,
  uncertainty: score,
});

describe('the default archetypes', () => {
  it('are the five, in listed order, with reward mixes that add up to 100', () => {
    expect(defaultArchetypes.map(({ key }) => key)).toEqual([...ARCHETYPE_KEYS]);
    for (const { rewardMix } of defaultArchetypes) expect(() => assertRewardMix(rewardMix)).not.toThrow();
  });

  it('are each suggested for their own typical scores', () => {
    for (const { key, typicalScores } of defaultArchetypes) {
      expect(suggestArchetype(typicalScores, defaultArchetypes).key).toBe(key);
    }
  });
});

describe('suggestArchetype', () => {
  it('names the distance of every archetype', () => {
    const { key, distances } = suggestArchetype(
      { operationalDependence: 5, strategicImpact: 2, standardizability: 5, uncertainty: 1 },
      defaultArchetypes,
    );

    expect(key).toBe('coreOperations');
    expect(distances.map(({ squared }) => squared)).toEqual([5, 2, 10, 23, 52]);
  });

  it('settles a tie for the one listed first', () => {
    const typicalScores = { operationalDependence: 3, strategicImpact: 3, standardizability: 3, uncertainty: 3 };
    const twins = [
      { key: 'frontier', typicalScores },
      { key: 'enhancement', typicalScores },
    ] as const;

    expect(suggestArchetype(typicalScores, twins).key).toBe('frontier');
  });

  it('never suggests one while another is nearer', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const { key, distances } = suggestArchetype(given, defaultArchetypes);
        const nearest = Math.min(...distances.map(({ squared }) => squared));
        expect(distances.find(({ squared }) => squared === nearest)?.key).toBe(key);
      }),
    );
  });

  it('refuses to choose among none', () => {
    expect(() => suggestArchetype(defaultArchetypes[0]!.typicalScores, [])).toThrow(RangeError);
  });
});

describe('suggestionTable', () => {
  const table = suggestionTable(defaultArchetypes);

  it('holds the suggestion for every combination of scores', () => {
    expect(table).toHaveLength(625);
    fc.assert(
      fc.property(scores, (given) => {
        const place = Number(table[suggestionPlace(given)]);
        expect(defaultArchetypes[place]?.key).toBe(suggestArchetype(given, defaultArchetypes).key);
      }),
    );
  });
});
