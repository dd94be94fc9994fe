import { SubscriptionEntity } from '@accord/api/orders/subscriptions/subscription.entity.js';
import { startStory } from '../../builders/index.js';
import {
  ANSWER_DISPUTE,
  BILL,
  CLOSE_RUN,
  DISPUTE_LINE,
  OPEN_RUN,
  PROPOSE_RUN,
  RECKON_RUN,
  RECORD_USAGE,
  type ShownLine,
} from './charge-documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const [proposer, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
const TRAFFIC = { kind: 'metered' as const, label: 'Traffic', amount: '1.00', per: 'month' as const, unitName: 'GB' };
const place = await given.orderPlace({ plan: { prices: [TRAFFIC] } });
await given.order(place, 'completed');
const [{ id: subscriptionId } = { id: '' }] = await manager.find(SubscriptionEntity, {});

const run = async (document: string, variables: object, who: Parameters<typeof api.as>[0] = proposer) =>
  api.as(who).answer(document, variables);
const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
const use = (day: string, quantity: string, externalId: string, corrects?: string) =>
  run(RECORD_USAGE, {
    input: { subscriptionId, unitName: 'GB', day, quantity, source: 'meter', externalId, corrects },
  });
const lines = async (month: string): Promise<ShownLine[]> =>
  (await api.as(place.owner).run(BILL, { month })).bill.lines.edges.map(({ node }: { node: ShownLine }) => node);
const amounts = async (month: string) => (await lines(month)).map(({ amount }) => amount.amount);
async function close(month: string) {
  const { id } = (await given.chargeRun(month))!;
  const { run: reckoned } = await run(RECKON_RUN, { id });
  const { run: proposed } = await run(PROPOSE_RUN, { id, version: reckoned.version });
  return run(CLOSE_RUN, { id, version: proposed.version }, closer);
}
async function disputed(month: string): Promise<string> {
  const line = (await lines(month)).find(({ origin }) => origin === 'CHARGE')!;
  const { dispute } = await run(DISPUTE_LINE, { lineId: line.id, reason: 'Too much.' }, place.owner);
  return dispute.id;
}
const answer = (id: string, amount: string | null) =>
  run(ANSWER_DISPUTE, { id, accepted: true, amount, answer: 'You are right.' });

describe('money for a month that was too dear', () => {
  it('that a dispute gave back is not given back once more when the meter is corrected', async () => {
    await run(OPEN_RUN, { month: '2026-03' });
    await use('2026-03-16', '100', 'a');
    on('2026-04-02');
    await close('2026-03');
    await answer(await disputed('2026-03'), '70');
    await use('2026-03-16', '0', 'b', 'a');
    await run(OPEN_RUN, { month: '2026-04' });

    expect((await amounts('2026-04')).sort()).toEqual(['-30.00', '-70.00']);
    on('2026-05-02');
    await close('2026-04');
    await run(OPEN_RUN, { month: '2026-05' });
    expect(await amounts('2026-05')).toEqual([]);
  });

  it('that a correction gave back is not given back once more for a dispute, while its month is open', async () => {
    await use('2026-05-02', '100', 'c');
    on('2026-06-02');
    await close('2026-05');
    await use('2026-05-02', '40', 'd', 'c');
    const dispute = await disputed('2026-05');
    await run(OPEN_RUN, { month: '2026-06' });
    expect(await amounts('2026-06')).toEqual(['-60.00']);

    expect((await answer(dispute, '41')).errors).toMatchObject([
      {
        code: 'WRONG_AMOUNT',
        field: ['amount'],
        message: 'Between nothing and 40.00 EUR can be given back.',
      },
    ]);
    expect((await answer(dispute, null)).dispute.givenBack).toEqual({ amount: '40.00', currency: 'EUR' });
    on('2026-07-02');
    await close('2026-06');
    // Of the 60.00 that May was too dear, the dispute has given back 40.00.
    expect((await amounts('2026-06')).sort()).toEqual(['-20.00', '-40.00']);
  });

  it('is not given back at all once everything was', async () => {
    await run(OPEN_RUN, { month: '2026-07' });
    await use('2026-06-30', '5', 'e');
    on('2026-08-02');
    await close('2026-07');
    await use('2026-06-30', '0', 'f', 'e');
    await run(OPEN_RUN, { month: '2026-08' });
    const line = (await lines('2026-07')).find(({ amount }) => amount.amount === '5.00')!;
    const { dispute } = await run(DISPUTE_LINE, { lineId: line.id, reason: 'Too much.' }, place.owner);

    expect((await answer(dispute.id, null)).errors).toMatchObject([{ code: 'NOTHING_CHARGED', field: ['accepted'] }]);
  });
});
