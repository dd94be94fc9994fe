import { startStory } from '../../builders/index.js';
import { CALCULATE, CALCULATION, MY_STATEMENTS, REFUSE } from './documents.js';

const { api, given } = await startStory();

type Place = Awaited<ReturnType<typeof given.rewardPlace>>;

const calculate = async ({ plan, officer }: Place) =>
  (await api.as(officer).run(CALCULATE, { planId: plan.id, period: '2025-Q4' })).calculateReward;
const shown = async ({ officer }: Place, { id }: { id: string }) =>
  (await api.as(officer).run(CALCULATION, { id })).rewardCalculation;
const statementsOf = async (person: { cookie: string | null }) =>
  (await api.as(person).run(MY_STATEMENTS)).myRewardStatements;

it('posts the exact difference of each person, with which result went from what to what, and rewrites nothing', async () => {
  const place = await given.rewardPlace();
  const first = await given.reward(place);
  await given.restated(place, 0, 1000);

  // 1980 of 2000 good: 99 %, so that PF is 85 % and the pool 8,500.00.
  const again = await given.reward(place);
  const { number, reason, factor, pool, statements } = await shown(place, again);
  const sentence = expect.stringMatching(/: Promise \d+, 2025-Q4: 98\.00% → 99\.00% \(A file was late\.\)$/);
  expect({ number, reason, factor, pool: pool.amount }).toEqual({
    number: 2,
    reason: sentence,
    factor: '85.00',
    pool: '8500.00',
  });
  expect(
    statements.map(({ amount, total }: Record<'amount' | 'total', { amount: string }>) => [
      amount.amount,
      total.amount,
    ]),
  ).toEqual([
    ['125.00', '4250.00'],
    ['41.67', '1416.67'],
    ['83.33', '2833.33'],
  ]);
  expect(statements[0].entries).toEqual([
    { kind: 'ADJUSTED', amount: { amount: '125.00' }, reason: sentence },
    { kind: 'RELEASED', amount: { amount: '125.00' }, reason: null },
  ]);

  const before = await shown(place, first);
  expect(before).toMatchObject({ factor: '82.50', pool: { amount: '8250.00' } });
  expect(before.statements[0].amount.amount).toBe('4125.00');
});

it('a released statement keeps its figure and tells of the newer revision', async () => {
  const place = await given.rewardPlace();
  await given.reward(place);
  await given.restated(place, 1, 760);

  const [ada] = place.members;
  expect(await statementsOf(ada!)).toMatchObject([
    {
      amount: { amount: '4125.00' },
      newerRevisions: [
        {
          frozen: { revision: 1, figure: '84.00' },
          newest: { revision: 2, figure: '80.00' },
          difference: '-4.00',
          reason: 'A file was late.',
        },
      ],
    },
  ]);

  // 1600 of 2000: 80 %, attainment 100, so that PF is 75 % and the pool 7,500.00.
  await given.reward(place);
  expect(await statementsOf(ada!)).toMatchObject([
    { amount: { amount: '-375.00' }, total: { amount: '3750.00' }, newerRevisions: [] },
    { amount: { amount: '4125.00' }, newerRevisions: [{ difference: '-4.00' }] },
  ]);
});

it('splits an adjustment by the shares of then, whatever became of them', async () => {
  const place = await given.rewardPlace();
  await given.reward(place);
  await api.dataSource.query(`UPDATE reward_share SET weight = 9 WHERE person_id = $1`, [place.members[0]!.id]);
  await given.restated(place, 0, 1000);

  const { statements } = await shown(place, await given.reward(place));
  expect(statements.map(({ total }: { total: { amount: string } }) => total.amount)).toEqual([
    '4250.00',
    '1416.67',
    '2833.33',
  ]);
});

it('calculates a period again only once something was restated and the one before was released or refused', async () => {
  const place = await given.rewardPlace();
  const { id } = await given.reward(place, 'calculated');
  expect((await calculate(place)).errors).toMatchObject([{ code: 'WAITS' }]);

  await api.as(place.second).run(REFUSE, { id, reason: 'Wrong shares.' });
  expect(await shown(place, { id })).toMatchObject({ state: 'REFUSED', reason: 'Wrong shares.' });
  const { calculation } = await calculate(place);
  expect(calculation).toMatchObject({ number: 2, state: 'CALCULATED' });
  expect((await shown(place, calculation)).statements[0].amount.amount).toBe('4125.00');

  const other = await given.rewardPlace();
  const released = await given.reward(other);
  expect((await calculate(other)).errors).toMatchObject([{ code: 'NOTHING_CHANGED' }]);
  expect((await shown(other, released)).viewerCanRecalculate).toBe(false);
  await given.restated(other, 0, 1000);
  expect((await shown(other, released)).viewerCanRecalculate).toBe(true);
});

it('the database refuses to change what was calculated, stated or posted', async () => {
  const { id } = await given.reward(await given.rewardPlace());
  const refused = (sql: string) => expect(api.dataSource.query(sql, [id])).rejects.toThrow();

  await refused('UPDATE reward_calculation SET pool = pool + 1 WHERE id = $1');
  await refused(`UPDATE reward_calculation SET state = 'refused', refusal = 'No.', released_at = NULL WHERE id = $1`);
  await refused('UPDATE reward_statement SET amount = amount + 1 WHERE calculation_id = $1');
  await refused('DELETE FROM reward_calculation_result WHERE calculation_id = $1');
  await refused(
    'DELETE FROM reward_entry WHERE statement_id IN (SELECT id FROM reward_statement WHERE calculation_id = $1)',
  );
});

it('the database refuses an approval by who is paid, or by who calculated it', async () => {
  const place = await given.rewardPlace();
  const { id } = await given.reward(place, 'calculated');
  const approvedBy = (personId: string) =>
    api.dataSource.query(
      `UPDATE reward_calculation SET state = 'approved', decided_at = now(), decided_by_id = $2 WHERE id = $1`,
      [id, personId],
    );

  await expect(approvedBy(place.members[0]!.id)).rejects.toThrow('who is paid by it never approves it');
  await expect(approvedBy(place.officer.id)).rejects.toThrow('reward_calculation_second_person_check');
});
