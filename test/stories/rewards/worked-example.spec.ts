import { startStory } from '../../builders/index.js';
import { APPROVE, CALCULATE, CALCULATION, MY_STATEMENTS, RELEASE } from './documents.js';

const { api, given } = await startStory();

interface Money {
  amount: string;
}
interface Split {
  statements: { person: { name: string }; amount: Money }[];
  unspent: Money;
}
interface Step {
  rule: string;
  result: { value: string }[];
}

const amountsOf = ({ statements, unspent }: Split) => [
  ...statements.map(({ person, amount }) => [person.name, amount.amount]),
  unspent.amount,
];

it.each([
  ['WEIGHT_DAYS', 'weightDays', ['4125.00', '1375.00', '2750.00', '0.00']],
  ['SEGMENTS', 'segments', ['4242.86', '1178.57', '2828.57', '0.00']],
  ['FORFEIT', 'forfeit', ['3535.72', '1178.57', '2357.14', '1178.57']],
] as const)('the worked example comes out to the cent by %s', async (_, proration, [ada, ben, cem, unspent]) => {
  const { plan, officer } = await given.rewardPlace({ version: { proration } });
  const { calculateReward } = await api.as(officer).run(CALCULATE, { planId: plan.id, period: '2025-Q4' });
  expect(calculateReward).toMatchObject({ calculation: { number: 1, state: 'CALCULATED' }, errors: [] });

  const { rewardCalculation } = await api.as(officer).run(CALCULATION, { id: calculateReward.calculation.id });
  expect(rewardCalculation).toMatchObject({
    factor: '82.50',
    pool: { amount: '8250.00', currency: 'EUR' },
    measures: [
      { result: '98.00', attainment: '98.00', percent: '90.00', weight: '50' },
      { result: '84.00', attainment: '105.00', percent: '125.00', weight: '30' },
      { result: '15.00', attainment: '85.00', percent: '0.00', weight: '20' },
    ],
  });
  expect(rewardCalculation.measures[0].results).toEqual([
    { period: '2025-Q4', revision: 1, state: 'FROZEN', figure: '98.00' },
  ]);
  expect(amountsOf(rewardCalculation)).toEqual([['Ada', ada], ['Ben', ben], ['Cem', cem], unspent]);
  expect(rewardCalculation.statements.map(({ days }: { days: number }) => days)).toEqual([92, 46, 92]);
});

it('goes from calculated to approved by a second person to released, and each member reads their own', async () => {
  const { plan, officer, second, members, lead } = await given.rewardPlace();
  const [ada, ben] = members;
  const { calculation } = (await api.as(officer).run(CALCULATE, { planId: plan.id, period: '2025-Q4' }))
    .calculateReward;
  const { id } = calculation;
  const seenBy = async (who: { cookie: string | null }) => (await api.as(who).run(MY_STATEMENTS)).myRewardStatements;
  const mayBy = async (who: { cookie: string | null }) => {
    const { viewerCanApprove, viewerCanRelease } = (await api.as(who).run(CALCULATION, { id })).rewardCalculation;
    return [viewerCanApprove, viewerCanRelease];
  };

  expect([await mayBy(officer), await mayBy(second), await mayBy(lead)]).toEqual([
    [false, false],
    [true, false],
    [true, false],
  ]);
  expect((await api.as(officer).run(APPROVE, { id })).approveRewardCalculation.errors).toMatchObject([
    { code: 'SECOND_PERSON_NEEDED' },
  ]);
  expect((await api.as(officer).run(RELEASE, { id })).releaseRewardCalculation.errors).toMatchObject([
    { code: 'WRONG_STATE' },
  ]);
  expect((await api.as(lead).run(APPROVE, { id })).approveRewardCalculation).toMatchObject({
    calculation: { state: 'APPROVED' },
    errors: [],
  });
  expect(await seenBy(ada!)).toEqual([]);
  expect((await api.as(officer).run(RELEASE, { id })).releaseRewardCalculation).toMatchObject({
    calculation: { state: 'RELEASED' },
    errors: [],
  });

  expect(await seenBy(ada!)).toMatchObject([
    {
      person: { name: 'Ada' },
      days: 92,
      amount: { amount: '4125.00', currency: 'EUR' },
      total: { amount: '4125.00' },
      entries: [
        { kind: 'EARNED', amount: { amount: '4125.00' } },
        { kind: 'RELEASED', amount: { amount: '4125.00' } },
      ],
      newerRevisions: [],
    },
  ]);
  expect(await seenBy(ben!)).toMatchObject([{ amount: { amount: '1375.00' }, days: 46 }]);
  expect(await seenBy(lead)).toEqual([]);
});

it('explains a statement by the steps of the calculation that made it', async () => {
  const place = await given.rewardPlace();
  await given.reward(place);
  const [{ explanation }] = (await api.as(place.members[1]!).run(MY_STATEMENTS)).myRewardStatements;
  const told = explanation.map(({ rule, result }: Step) => [rule, ...result.map(({ value }) => value)]);

  expect(told).toEqual([
    ['reward.attainment', '98'],
    ['reward.curve', '90'],
    ['reward.attainment', '105'],
    ['reward.curve', '125'],
    ['reward.attainment', '85'],
    ['reward.curve', '0'],
    ['reward.factor', '82.5'],
    ['reward.share', '46', '92'],
    ['reward.earned', '1375.00', 'EUR'],
  ]);
});
