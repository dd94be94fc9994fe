import { startStory } from '../../builders/index.js';
import { CALCULATION, MY_STATEMENTS, PLANS } from './documents.js';

const { api, given } = await startStory();

it('figures over a longer period are ratios of the sums of the months, never means of them, shown with two decimals', async () => {
  const place = await given.rewardPlace();
  const series = { goodOfTotal: { series: 'orders' } } as never;
  const monthly = await given.commitment(
    { serviceId: place.service.id, slug: 'orders', name: 'Orders', indicator: series, target: '90' },
    { effectiveFrom: '2026-01-01' },
  );
  await given.counts(place.service, 'orders', '2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z', 9, 10);
  await given.counts(place.service, 'orders', '2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z', 90, 91);
  api.clock.set(new Date('2026-04-02T09:00:00Z'));
  for (const month of ['2026-01', '2026-02', '2026-03']) await given.closed(month, monthly);
  const measures = [{ commitmentId: monthly.id, weight: '1', floor: '0', target: '100' }];
  await given.rewardVersion(place, { effectiveFrom: '2026-01-01', measures });

  const { id } = await given.reward(place, 'calculated', '2026-Q1');
  const { rewardCalculation } = await api.as(place.lead).run(CALCULATION, { id });
  api.clock.set(new Date('2026-03-16T09:00:00Z'));

  expect(rewardCalculation).toMatchObject({
    factor: '90.10',
    measures: [
      {
        result: '98.02',
        explanation: [
          { inputs: expect.arrayContaining([{ name: 'figurePercent', value: '98.0198019802', unit: 'percent' }]) },
          { rule: 'reward.curve' },
        ],
        results: [
          { period: '2026-01', figure: '90.00' },
          { period: '2026-02', figure: null },
          { period: '2026-03', figure: '98.90' },
        ],
      },
    ],
  });
});

it('pages take the same number of statements, however much there is', async () => {
  const first = await given.rewardPlace();
  await given.reward(first);
  await given.restated(first, 0, 1000);
  const boss = await given.person({ roles: ['rewardOfficer'] });
  const plans = () => api.statementsOf(() => api.as(boss).run(PLANS));
  const statements = () => api.statementsOf(() => api.as(first.members[0]!).run(MY_STATEMENTS));
  await plans();
  await statements();
  const [few, fewOwn] = [(await plans()).length, (await statements()).length];

  for (let i = 0; i < 3; i++) await given.reward(await given.rewardPlace());
  await given.reward(first);
  expect((await plans()).length).toBe(few);
  expect((await statements()).length).toBe(fewOwn);
  expect([few, fewOwn]).toEqual([13, 11]);
});
