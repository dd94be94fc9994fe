import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });
const requester = await given.person({ roles: ['requester'] });

const ARCHETYPES = `{ archetypes {
  key name version effectiveFrom defaultAvailability reviewCadence decisionBody sourcing costModel
  rewardMix { operations customer outcome } typicalScores { uncertainty } viewerCanChange
} }`;
const CHANGE = `mutation ($key: ArchetypeKey!, $input: ChangeArchetypeInput!) {
  changeArchetype(key: $key, input: $input) { archetype { version effectiveFrom } errors { code field message } }
}`;
const input = {
  effectiveFrom: '2026-04-01',
  name: 'Frontier',
  summary: 'A bet with limits.',
  commitmentStyle: 'Learning by a date.',
  defaultAvailability: '95',
  reviewCadence: 'MONTHLY',
  decisionBody: 'NEEDS_BASED',
  sourcing: 'MIXED',
  costModel: 'CAPPED_VENTURE_FUND',
  firstMeasure: 'Learning',
  rewardMix: { operations: 10, customer: 30, outcome: 60 },
  typicalScores: { operationalDependence: 1, strategicImpact: 4, standardizability: 1, uncertainty: 4 },
  reason: 'We promise a little after all.',
};
const change = async (other: object = {}, who = office) =>
  (await api.as(who).run(CHANGE, { key: 'FRONTIER', input: { ...input, ...other } })).changeArchetype;

describe('archetypes', () => {
  it('are there in a new installation, five, in listed order', async () => {
    const { archetypes } = await api.as(requester).run(ARCHETYPES);

    expect(archetypes.map(({ key }: { key: string }) => key)).toEqual([
      'COMMODITY_UTILITY',
      'CORE_OPERATIONS',
      'ENHANCEMENT',
      'DIFFERENTIATOR',
      'FRONTIER',
    ]);
    expect(archetypes[0]).toEqual({
      key: 'COMMODITY_UTILITY',
      name: 'Commodity Utility',
      version: 1,
      effectiveFrom: '2000-01-01',
      defaultAvailability: '99.5',
      reviewCadence: 'QUARTERLY',
      decisionBody: 'CENTRALIZED',
      sourcing: 'MARKET_SEVERAL_SOURCES',
      costModel: 'UNIT_PRICE_CHARGEBACK',
      rewardMix: { operations: 70, customer: 20, outcome: 10 },
      typicalScores: { uncertainty: 1 },
      viewerCanChange: false,
    });
    expect(archetypes[4]).toMatchObject({ defaultAvailability: null, reviewCadence: 'STAGE_GATE' });
  });

  it('refuse a mix that is not 100, an old date, and a stranger', async () => {
    const mix = await change({ rewardMix: { operations: 10, customer: 30, outcome: 61 } });
    const past = await change({ effectiveFrom: '2026-03-15' });
    const stranger = await change({}, requester);
    const blank = await change({ summary: '  ' });

    expect(mix.errors).toMatchObject([{ code: 'MIX_NOT_100', field: ['rewardMix'] }]);
    expect(past.errors).toMatchObject([{ code: 'EFFECTIVE_DATE_PAST', field: ['effectiveFrom'] }]);
    expect(stranger.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(blank.errors).toMatchObject([
      { code: 'INVALID', field: ['summary'], message: 'Summary must say something.' },
    ]);
  });

  it('change by a new version that takes effect on its day, and keep the old one', async () => {
    const { archetype, errors } = await change();
    const again = await change();
    const frontier = async () => (await api.as(office).run(ARCHETYPES)).archetypes[4];

    expect({ archetype, errors }).toEqual({ archetype: { version: 2, effectiveFrom: '2026-04-01' }, errors: [] });
    expect(again.errors).toMatchObject([{ code: 'EFFECTIVE_DATE_TAKEN', field: ['effectiveFrom'] }]);
    expect(await frontier()).toMatchObject({ version: 1, viewerCanChange: true });
    api.clock.set('2026-04-01T00:00:00Z');
    expect(await frontier()).toMatchObject({ version: 2, defaultAvailability: '95', rewardMix: { outcome: 60 } });
    const { archetypeHistory } = await api.as(requester).run('{ archetypeHistory(key: FRONTIER) { version } }');
    expect(archetypeHistory).toEqual([{ version: 2 }, { version: 1 }]);
  });

  it('never change in place, whoever tries', async () => {
    const edit = api.dataSource.query(`UPDATE archetype_version SET name = 'Other'`);

    await expect(edit).rejects.toThrow('append-only');
  });
});
