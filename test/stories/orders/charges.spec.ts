import { recommit } from '@accord/api/orders/budgets/recommit.js';
import { SubscriptionChangeEntity } from '@accord/api/orders/subscriptions/subscription-change.entity.js';
import { SubscriptionEntity } from '@accord/api/orders/subscriptions/subscription.entity.js';
import { startStory } from '../../builders/index.js';
import {
  ANSWER_DISPUTE,
  BILL,
  CLOSE_RUN,
  DISPUTE_LINE,
  DISPUTES,
  OPEN_RUN,
  PROPOSE_RUN,
  RECKON_RUN,
  RECORD_USAGE,
  REOPEN_RUN,
  RUNS,
  WITHDRAW_DISPUTE,
  type ShownLine,
} from './charge-documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const [proposer, closer] = [
  await given.person({ name: 'Pat Proposer', roles: ['btOffice'] }),
  await given.person({ name: 'Cleo Closer', roles: ['btOffice'] }),
];

const SEAT = { kind: 'recurring' as const, label: 'Seat', amount: '31.00', per: 'month' as const };
const SETUP = { kind: 'oneOff' as const, label: 'Set-up', amount: '25.00', per: null };
const TRAFFIC = { kind: 'metered' as const, label: 'Traffic', amount: '0.005', per: 'month' as const, unitName: 'GB' };
const place = await given.orderPlace({ plan: { prices: [SEAT, SETUP, TRAFFIC] } });
await given.order(place, 'completed', { quantity: 2 });
const [subscription] = await manager.find(SubscriptionEntity, {});
const { id: subscriptionId } = subscription!;

type Who = { cookie: string | null };
const run = async (document: string, variables: object, who: Who = proposer) => api.as(who).answer(document, variables);
const bill = async (month: string, who: Who = place.owner, other: object = {}) =>
  (await api.as(who).run(BILL, { month, ...other })).bill;
const lines = async (month: string, who?: Who) =>
  (await bill(month, who)).lines.edges.map(({ node }: { node: ShownLine }) => node);
const shortLines = async (month: string) =>
  (await lines(month)).map((line: ShownLine) => [line.origin, line.label, line.amount.amount, line.from, line.to]);
const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
const use = (day: string, quantity: string, externalId: string, other: object = {}) => ({
  input: { subscriptionId, unitName: 'GB', day, quantity, source: 'meter', externalId, ...other },
});
/** Reckons a month once more, and closes it. */
async function close(month: string) {
  const { id } = (await given.chargeRun(month))!;
  const { run: reckoned } = await run(RECKON_RUN, { id });
  const { run: proposed } = await run(PROPOSE_RUN, { id, version: reckoned.version });
  return run(CLOSE_RUN, { id, version: proposed.version }, closer);
}

describe('a month of charges', () => {
  it('is opened by the BT office alone, and reckons what subscriptions cost by their days', async () => {
    expect((await run(OPEN_RUN, { month: '2026-03' }, place.owner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await run(OPEN_RUN, { month: '2026-04' })).errors).toMatchObject([{ code: 'NOT_BEGUN', field: ['month'] }]);
    expect((await run(OPEN_RUN, { month: '2026-3' })).errors).toMatchObject([{ code: 'MALFORMED_MONTH' }]);

    const { run: opened, errors } = await run(OPEN_RUN, { month: '2026-03' });

    // 16 of 31 days of two seats, and the set-up of both.
    expect(errors).toEqual([]);
    expect(opened).toMatchObject({ state: 'OPEN', from: '2026-03-01', totals: [{ amount: '82.00', currency: 'EUR' }] });
    expect(await shortLines('2026-03')).toEqual([
      ['CHARGE', 'Set-up', '50.00', '2026-03-16', '2026-03-16'],
      ['CHARGE', 'Seat', '32.00', '2026-03-16', '2026-03-31'],
    ]);
    const [, seat] = await lines('2026-03');
    expect(seat).toMatchObject({ quantity: '2', unitPrice: { amount: '31.00' }, subscription: { id: subscriptionId } });
    expect(seat).toMatchObject({ order: { number: expect.stringMatching(/^A-/) }, viewerCanDispute: false });
    expect(seat.explanation[0]).toMatchObject({
      rule: 'charge.days',
      inputs: expect.arrayContaining([
        { name: 'days', value: '16' },
        { name: 'of', value: '31' },
      ]),
    });
    expect((await run(OPEN_RUN, { month: '2026-03' })).errors).toMatchObject([{ code: 'NOT_CLOSED' }]);
  });

  it('is reckoned anew with what was used meanwhile', async () => {
    const { id } = (await given.chargeRun('2026-03'))!;
    await run(RECORD_USAGE, use('2026-03-16', '1000', 'm-1'));

    expect((await run(RECKON_RUN, { id })).run.totals).toEqual([{ amount: '87.00', currency: 'EUR' }]);
    expect((await run(RECKON_RUN, { id })).run.totals).toEqual([{ amount: '87.00', currency: 'EUR' }]);
  });

  it('is closed by a second person once it is over and reckoned since', async () => {
    const { id, version } = (await given.chargeRun('2026-03'))!;
    const propose = (now: number) => run(PROPOSE_RUN, { id, version: now });
    expect((await propose(version)).errors).toMatchObject([{ code: 'MONTH_RUNS' }]);
    on('2026-04-02');
    expect((await propose(version)).errors).toMatchObject([{ code: 'NOT_RECKONED' }]);
    const { run: reckoned } = await run(RECKON_RUN, { id });
    expect((await propose(version)).errors).toMatchObject([{ code: 'STALE' }]);
    const { run: proposed } = await propose(reckoned.version);
    expect(proposed).toMatchObject({ state: 'PROPOSED', proposedBy: { name: 'Pat Proposer' } });
    expect((await run(RECKON_RUN, { id })).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    const shut = { id, version: proposed.version };
    expect((await run(CLOSE_RUN, shut)).errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    expect((await run(REOPEN_RUN, { id, reason: 'A meter is missing.' }, closer)).run.state).toBe('OPEN');

    const { run: closed, errors } = await close('2026-03');

    expect(errors).toEqual([]);
    expect(closed).toMatchObject({ state: 'CLOSED', closedBy: { name: 'Cleo Closer' } });
  });

  it('is paid by the budget of the unit, out of what was committed to the subscription', async () => {
    // 82 of 87 euros were committed; what was measured is spent beside. Nine months of two seats are still to come.
    expect(await given.budgetNow(place.budget)).toMatchObject({ committed: '558.00', spent: '87.00', overrun: '0.00' });
    const [told] = await manager.query(`SELECT facts FROM notice WHERE kind = 'chargeClosed' AND person_id = $1`, [
      place.owner.id,
    ]);
    expect(told.facts).toEqual({ unit: place.unit.name, month: '2026-03', total: '87.00 EUR' });
  });

  it('is told at the subscription month by month, with what was measured', async () => {
    const asked = `query ($id: ID!) { subscription(id: $id) {
      chargesByMonth { from state amount { amount currency } } usageByMonth { from unitName quantity } } }`;

    expect((await api.as(place.requester).run(asked, { id: subscriptionId })).subscription).toEqual({
      chargesByMonth: [{ from: '2026-03-01', state: 'CLOSED', amount: { amount: '87.00', currency: 'EUR' } }],
      usageByMonth: [{ from: '2026-03-01', unitName: 'GB', quantity: '1000' }],
    });
  });

  it('is posted to the budget once for each unit', async () => {
    const [{ entries }] = await manager.query(
      `SELECT json_agg(json_build_array(kind, amount::float) ORDER BY kind) AS entries FROM budget_entry WHERE source LIKE 'charge:%'`,
    );
    // One entry of each kind for the unit, however many lines there are.
    expect(entries).toEqual([
      ['freed', 82],
      ['spent', 87],
    ]);
  });

  it('never changes once it is closed, whoever tries', async () => {
    const [{ id }] = await manager.query(`SELECT id FROM charge_run WHERE state = 'closed'`);
    const refused = /never change/;
    await expect(manager.query('DELETE FROM charge_line WHERE run_id = $1', [id])).rejects.toThrow(refused);
    await expect(manager.query(`UPDATE charge_run SET state = 'open' WHERE id = $1`, [id])).rejects.toThrow(refused);
    await expect(manager.query('UPDATE charge_case SET amount = 0 WHERE run_id = $1', [id])).rejects.toThrow();
    await expect(manager.query('DELETE FROM charge_case WHERE run_id = $1', [id])).rejects.toThrow(refused);
    const copy = `INSERT INTO charge_line SELECT run_id, unit_id, '019a0000-0000-7000-8000-000000000001', case_id, service_id
      FROM charge_line WHERE run_id = $1 LIMIT 1`;
    await expect(manager.query(copy, [id])).rejects.toThrow(refused);
  });

  it('is followed by the next month and no other', async () => {
    expect((await run(OPEN_RUN, { month: '2026-05' })).errors).toMatchObject([{ code: 'NOT_THE_NEXT' }]);
    expect((await run(OPEN_RUN, { month: '2026-04' })).run.totals).toEqual([{ amount: '62.00', currency: 'EUR' }]);
  });
});

describe('what a closed month did not know', () => {
  it('is charged in the open month as the difference, naming the month that it corrects', async () => {
    // A record of March is put right, and another one comes late.
    expect((await run(RECORD_USAGE, use('2026-03-16', '400', 'm-2', { corrects: 'm-1' }))).errors).toEqual([]);
    expect((await run(RECORD_USAGE, use('2026-03-20', '200', 'm-3'))).errors).toEqual([]);
    const { id } = (await given.chargeRun('2026-04'))!;

    expect((await run(RECKON_RUN, { id })).run.totals).toEqual([{ amount: '60.00', currency: 'EUR' }]);

    const [correction] = (await lines('2026-04')).filter(({ origin }: { origin: string }) => origin === 'CORRECTION');
    expect(correction).toMatchObject({
      label: 'Traffic',
      amount: { amount: '-2.00' },
      corrects: { from: '2026-03-01' },
    });
    expect(correction.explanation.at(-1)).toMatchObject({
      rule: 'charge.correction',
      inputs: [{ value: 'Traffic' }, { value: '5' }, { value: '3' }, { value: '0' }],
    });
    expect(await shortLines('2026-03')).toContainEqual(['CHARGE', 'Traffic', '5.00', '2026-03-16', '2026-03-31']);
  });

  it('is not corrected twice', async () => {
    on('2026-05-04');
    await close('2026-04');
    const { run: may } = await run(OPEN_RUN, { month: '2026-05' });

    expect(may.totals).toEqual([{ amount: '62.00', currency: 'EUR' }]);
    const { chargeRuns } = await api.as(proposer).run(RUNS);
    expect(chargeRuns.map(({ corrections }: { corrections: unknown }) => corrections)).toEqual([
      [],
      [],
      [{ amount: '-2.00' }],
    ]);
  });

  it('is corrected whatever it was: a quantity that changed in a month long closed', async () => {
    const { planId, planVersion, prices } = await manager.findOneByOrFail(SubscriptionChangeEntity, { subscriptionId });
    await manager.insert(SubscriptionChangeEntity, {
      id: '019e0000-0000-7000-8000-000000000001',
      subscriptionId,
      at: api.clock.now(),
      fromDate: '2026-04-16',
      planId,
      planVersion,
      quantity: 1,
      state: 'active',
      prices,
      orderItemId: null,
    });
    await api.dataSource.transaction((tx) => recommit(tx, { viewer: null, at: api.clock.now() }, [subscriptionId]));
    const { id } = (await given.chargeRun('2026-05'))!;

    // April gives back half of a seat; May has one seat alone.
    expect((await run(RECKON_RUN, { id })).run.totals).toEqual([{ amount: '15.50', currency: 'EUR' }]);
    expect(await shortLines('2026-05')).toEqual([
      ['CHARGE', 'Seat', '31.00', '2026-05-01', '2026-05-31'],
      ['CORRECTION', 'Seat', '-15.50', '2026-04-01', '2026-04-30'],
    ]);
  });
});

describe('a bill', () => {
  it('says what changed since the month before and why, adding up to the difference', async () => {
    const { groups, totals } = await bill('2026-05');

    expect(totals).toEqual([{ amount: '15.50', currency: 'EUR' }]);
    expect(groups).toEqual([
      {
        id: place.service.id,
        service: { name: place.service.name },
        plan: null,
        unit: null,
        amount: { amount: '15.50', currency: 'EUR' },
        before: { amount: '60.00' },
        difference: { amount: '-44.50' },
        changes: [
          { reason: 'QUANTITY', amount: { amount: '-31.00' } },
          { reason: 'CORRECTION', amount: { amount: '-13.50' } },
        ],
      },
    ]);
  });

  it('is read by who answers for the money; of others each reads what they have', async () => {
    const [stranger, auditor] = [
      await given.person({ roles: ['requester'] }),
      await given.person({ roles: ['auditor'] }),
    ];
    const total = async (who: Who) =>
      (await bill('2026-05', who)).totals.map(({ amount }: { amount: string }) => amount);

    expect(await total(auditor)).toEqual(['15.50']);
    expect(await total(place.requester)).toEqual(['15.50']);
    expect(await total(stranger)).toEqual([]);
    expect((await api.as(stranger).run(RUNS)).chargeRuns).toEqual([]);
    expect((await api.as(place.owner).run(RUNS)).chargeRuns[0]).toMatchObject({ totals: null, viewerCanReckon: false });
    expect((await api.as(auditor).run(RUNS)).chargeRuns[0]).toMatchObject({ totals: [{ amount: '15.50' }] });
  });

  it('is of a unit with those below, in pages that leave out no line and tell none twice', async () => {
    const first = (await bill('2026-05', place.owner, { unitId: place.unit.id, first: 1 })).lines;
    const second = (
      await bill('2026-05', place.owner, { unitId: place.unit.id, first: 1, after: first.pageInfo.endCursor })
    ).lines;
    expect([first, second].map(({ edges }) => edges[0].node.label)).toEqual(['Seat', 'Seat']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([2, true, false]);
    const other = await given.unit();
    expect((await bill('2026-05', place.owner, { unitId: other.id })).lines.totalCount).toBe(0);
    const wrong = await api.as(place.owner).ask(BILL, { month: '2026-05', unitId: place.plan.id });
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'UNKNOWN_UNIT' } }]);
  });

  it('of a month that was never reckoned is empty, and says so', async () => {
    expect(await bill('2025-01')).toMatchObject({ run: null, groups: [], totals: [] });
  });
});

describe('a dispute', () => {
  const disputed = async () => {
    const [, seat] = await lines('2026-03', place.owner);
    return seat;
  };

  it('is about a line of a closed month, by who pays or has it', async () => {
    const [open] = await lines('2026-05');
    const line = await disputed();
    const dispute = (lineId: string, who: Who = place.requester) =>
      run(DISPUTE_LINE, { lineId, reason: 'We had one.' }, who);
    const [stranger, auditor] = [
      await given.person({ roles: ['requester'] }),
      await given.person({ roles: ['auditor'] }),
    ];

    expect(line.viewerCanDispute).toBe(true);
    expect((await dispute(open.id)).errors).toMatchObject([{ code: 'NOT_CLOSED' }]);
    expect((await dispute(line.id, stranger)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await dispute(line.id, auditor)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await dispute(line.id)).dispute).toMatchObject({ state: 'OPEN', by: { name: 'Rita Requester' } });
    expect((await dispute(line.id, place.owner)).errors).toMatchObject([{ code: 'DISPUTED_ALREADY' }]);
  });

  it('is answered by finance or the owner of the service, and what is given back is a line of the open month', async () => {
    const [{ id }] = await manager.query(`SELECT id FROM charge_dispute WHERE state = 'open'`);
    const answer = (accepted: boolean, amount: string | null, who: Who) =>
      run(ANSWER_DISPUTE, { id, accepted, amount, answer: 'You are right.' }, who);
    expect((await answer(true, null, place.requester)).errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    expect((await answer(true, null, place.owner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const [before] = await manager.find(SubscriptionEntity, {});
    await manager.update(SubscriptionEntity, { id: subscriptionId }, { beneficiaryId: proposer.id });
    expect((await answer(true, null, proposer)).errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    await manager.update(SubscriptionEntity, { id: subscriptionId }, { beneficiaryId: before!.beneficiaryId });
    expect((await answer(true, '32.01', proposer)).errors).toMatchObject([{ code: 'WRONG_AMOUNT', field: ['amount'] }]);
    const { chargeDisputes } = await api.as(proposer).run(DISPUTES, { state: 'OPEN' });
    expect(chargeDisputes.edges[0].node).toMatchObject({ viewerCanAnswer: true, line: { label: 'Seat' } });

    const { dispute } = await answer(true, '16', proposer);

    expect(dispute).toMatchObject({ state: 'ACCEPTED', givenBack: { amount: '16.00', currency: 'EUR' } });
    expect((await answer(false, null, proposer)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    const { id: runId } = (await given.chargeRun('2026-05'))!;
    expect((await run(RECKON_RUN, { id: runId })).run.totals).toEqual([{ amount: '-0.50', currency: 'EUR' }]);
    const [back] = (await lines('2026-05')).filter(({ amount }: ShownLine) => amount.amount === '-16.00');
    expect(back).toMatchObject({
      origin: 'CORRECTION',
      corrects: { from: '2026-03-01' },
      explanation: [{ rule: 'charge.dispute' }],
    });
    await expect(manager.query('UPDATE charge_dispute SET amount = 1 WHERE id = $1', [id])).rejects.toThrow(
      /never changes/,
    );
  });

  it('is given back once, and is no mistake that a later month corrects', async () => {
    on('2026-06-03');
    await close('2026-05');
    const { run: june } = await run(OPEN_RUN, { month: '2026-06' });

    expect(june.totals).toEqual([{ amount: '31.00', currency: 'EUR' }]);
  });

  it('may be refused, or withdrawn by who brought it', async () => {
    const [line] = await lines('2026-03', place.owner);
    const { dispute } = await run(DISPUTE_LINE, { lineId: line.id, reason: 'Too much.' }, place.requester);
    expect((await run(WITHDRAW_DISPUTE, { id: dispute.id }, place.owner)).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await run(WITHDRAW_DISPUTE, { id: dispute.id }, place.requester)).dispute.state).toBe('WITHDRAWN');
    const { dispute: again } = await run(DISPUTE_LINE, { lineId: line.id, reason: 'Too much.' }, place.requester);
    const refusal = { id: again.id, accepted: false, answer: 'It is what you ordered.' };
    expect((await run(ANSWER_DISPUTE, refusal)).dispute).toMatchObject({ state: 'REFUSED', givenBack: null });
  });
});

describe('what is read of charges', () => {
  it('takes as many statements for many lines as for few', async () => {
    const read = (month: string) => api.statementsOf(() => bill(month, proposer, { group: 'UNIT' }));
    const few = await read('2026-06');
    for (let i = 0; i < 3; i++) await given.order(await given.orderPlace(), 'completed');
    const { id } = (await given.chargeRun('2026-06'))!;
    await run(RECKON_RUN, { id });

    expect((await bill('2026-06', proposer)).lines.totalCount).toBeGreaterThan(3);
    expect((await read('2026-06')).length).toBe(few.length);
  });
});

it('a charge beyond the budget is taken all the same, and the budget says by how much', async () => {
  await run(RECORD_USAGE, use('2026-06-01', '2000000', 'm-4'));
  on('2026-07-02');
  await close('2026-06');

  // 87, 60, -0.50 and 10,031 euros; six months of a seat are still to come.
  expect(await given.budgetNow(place.budget)).toMatchObject({
    committed: '186.00',
    spent: '10177.50',
    overrun: '363.50',
  });
});
