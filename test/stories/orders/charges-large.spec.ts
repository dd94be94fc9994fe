import { BillFiles } from '@accord/api/orders/charges/bill-files.js';
import { visibleLines } from '@accord/api/orders/charges/visible-lines.js';
import { viewerOfPerson } from '@accord/api/people/viewer-query.js';
import { Parameters } from '@accord/api/platform/database/parameters.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCsv } from 'hucre/csv';
import { startStory } from '../../builders/index.js';
import type { OrderPlace } from '../../builders/orders.js';
import { BILL, CLOSE_RUN, OPEN_RUN, PROPOSE_RUN, RECKON_RUN } from './charge-documents.js';

const { api, given } = await startStory();
const { dataSource } = api;
const [proposer, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
const places: OrderPlace[] = [];
for (let i = 0; i < 3; i++) places.push(await given.orderPlace({ budget: { amount: '9000000' } }));
const clerk = await given.person({ name: 'Cora Clerk' });

const SUBSCRIPTIONS = 3_000;
/** In cents. */
const [MONTHLY, SETUP, LICENCE] = [[3117, 905, 449, 77], 2_500, 9_055];
const euros = (cents: number) => (cents / 100).toFixed(2);
const price = (label: string, cents: number, kind = 'recurring', per: string | null = 'month') => ({
  ...{ kind, label, amount: euros(cents), per, unitName: null, tiers: null },
});
const SEATS = MONTHLY.map((cents, i) => price(`Part ${i}`, cents));
const tiers = [
  { upTo: '10', amount: '0.015' },
  { upTo: null, amount: '0.005' },
];
const TRAFFIC = { ...price('Traffic', 0, 'metered'), amount: '0.015', unitName: 'GB', tiers };

type Change = { from: string; quantity: number; state?: string; prices?: object[] };
interface Had {
  startedOn: string;
  endsOn?: string;
  changes: Change[];
  used?: number;
  /** What June costs, by arithmetic of its own: whole numbers of cents. */
  cents: number;
}
/** A part of June's 30 days, rounded half up. */
const part = (cents: number, days: number) => Math.floor((2 * cents * days + 30) / 60);
const monthly = (quantity: number, days: number) =>
  MONTHLY.reduce((sum, cents) => sum + part(cents * quantity, days), 0);

/** Going on, begun, changed, paid by the quarter, measured, suspended or ended. */
function had(i: number): Had {
  const quantity = 1 + (i % 5);
  const old = { startedOn: '2025-05-01', changes: [{ from: '2025-05-01', quantity }] };
  switch (i % 6) {
    case 0:
      return { ...old, cents: monthly(quantity, 30) };
    case 1: {
      const day = 1 + (i % 30);
      const startedOn = `2026-06-${String(day).padStart(2, '0')}`;
      const prices = [...SEATS, price('Set-up', SETUP, 'oneOff', null)];
      const changes = [{ from: startedOn, quantity, prices }];
      return { startedOn, changes, cents: monthly(quantity, 31 - day) + SETUP * quantity };
    }
    case 2: {
      const changes = [...old.changes, { from: '2026-06-11', quantity: quantity + 1 }];
      return { ...old, changes, cents: monthly(quantity, 10) + monthly(quantity + 1, 20) };
    }
    case 3: {
      const begins = i % 12 === 3;
      const startedOn = begins ? '2026-03-10' : '2026-04-10';
      const prices = [price('Licence', LICENCE, 'recurring', 'quarter')];
      return { startedOn, changes: [{ from: startedOn, quantity, prices }], cents: begins ? LICENCE * quantity : 0 };
    }
    case 4: {
      const used = 100 + (i % 900);
      const changes = [{ from: '2025-05-01', quantity, prices: [...SEATS, TRAFFIC] }];
      // 10 GB at 1.5 cents, the rest at half a cent.
      return { ...old, changes, used, cents: monthly(quantity, 30) + 15 + Math.ceil((used - 10) / 2) };
    }
    default: {
      if (i % 12 === 5) {
        const changes = [...old.changes, { from: '2026-06-16', quantity, state: 'suspended' }];
        return { ...old, changes, cents: monthly(quantity, 15) };
      }
      const changes = [...old.changes, { from: '2026-06-21', quantity, state: 'ended' }];
      return { ...old, endsOn: '2026-06-20', changes, cents: monthly(quantity, 20) };
    }
  }
}

const all = Array.from({ length: SUBSCRIPTIONS }, (_, i) => ({ i, ...had(i) }));
const placeOf = (i: number) => places[i % places.length]!;
const sumOf = (rows: readonly Had[]) => rows.reduce((sum, { cents }) => sum + cents, 0);
const TOTAL = sumOf(all);

async function fill(): Promise<void> {
  const rows = all.map(({ i, startedOn, endsOn = null, changes, used = null }) => ({
    ...{ i, startedOn, endsOn, used, place: i % places.length, changes },
  }));
  const made = places.map(({ unit, service, plan, requester }, place) => ({
    ...{ place, unit: unit.id, service: service.id, plan: plan.id, person: requester.id },
  }));
  await dataSource.query(
    `WITH row AS (
       SELECT gen_random_uuid() AS id, * FROM json_to_recordset($1::json)
         AS r(i int, "startedOn" date, "endsOn" date, used int, place int, changes json)
     ), of AS (
       SELECT * FROM row JOIN json_to_recordset($2::json) AS p(place int, unit uuid, service uuid, plan uuid, person uuid)
         USING (place)
     ), subscribed AS (
       INSERT INTO subscription (id, service_id, plan_id, plan_version, quantity, unit_id, beneficiary_id, owner_id, state,
         started_at, started_on, ends_on)
       SELECT id, service, plan, 1, 1, unit, person, CASE WHEN i < 2 THEN $4::uuid ELSE person END,
         CASE WHEN "endsOn" IS NULL THEN 'active' ELSE 'ended' END, "startedOn", "startedOn", "endsOn" FROM of
     ), changed AS (
       INSERT INTO subscription_change (id, subscription_id, at, from_date, plan_id, plan_version, quantity, state, prices)
       SELECT gen_random_uuid(), of.id, c."from", c."from", plan, 1, c.quantity, coalesce(c.state, 'active'), coalesce(c.prices, $3::jsonb)
         FROM of CROSS JOIN json_to_recordset(of.changes) AS c("from" date, quantity int, state text, prices jsonb)
     )
     INSERT INTO usage_record (id, subscription_id, unit_name, day, quantity, source, external_id, at, by_id)
     SELECT gen_random_uuid(), id, 'GB', '2026-06-20', used, 'meter', 'm-' || i, '2026-06-20', person FROM of WHERE used > 0`,
    [JSON.stringify(rows), JSON.stringify(made), JSON.stringify(SEATS), clerk.id],
  );
  await dataSource.query('ANALYZE subscription, subscription_change, usage_record');
}
beforeAll(fill);
beforeEach(() => api.clock.set(new Date('2026-07-02T09:00:00Z')));

type Who = { cookie: string | null };
const run = (document: string, variables: object, who: Who = proposer) => api.as(who).answer(document, variables);
const june = async () => (await given.chargeRun('2026-06'))!;
const counts = async () => {
  const [row] = await dataSource.query(
    `SELECT (SELECT count(*)::int FROM charge_line) AS lines, (SELECT count(*)::int FROM budget_entry) AS entries,
       (SELECT count(*)::int FROM notice) AS notices, (SELECT sum(amount)::text FROM bill_line) AS total`,
  );
  return { ...row, run: await june() };
};

/** Something that another transaction holds; whoever waits for it is killed there. */
async function killedAt(lock: string, act: () => Promise<{ errors?: unknown }>): Promise<void> {
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query(lock);
  const acting = act();
  let killed: unknown[] = [];
  while (killed.length === 0) {
    await sleep(20);
    killed = await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
  }
  expect((await acting).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  await holder.rollbackTransaction();
  await holder.release();
}

describe(`a month of ${SUBSCRIPTIONS} subscriptions`, () => {
  it('adds up to the cent to what each of them costs by an arithmetic of its own', async () => {
    const { run: opened, errors } = await run(OPEN_RUN, { month: '2026-06' });

    expect(errors).toEqual([]);
    expect(opened.totals).toEqual([{ amount: euros(TOTAL), currency: 'EUR' }]);
    for (const group of ['SERVICE', 'PLAN', 'UNIT']) {
      const { bill } = await api.as(proposer).run(BILL, { month: '2026-06', group });
      expect(bill.totals).toEqual([{ amount: euros(TOTAL), currency: 'EUR' }]);
      expect(bill.groups.map((one: { amount: { amount: string } }) => one.amount.amount).sort()).toEqual(
        places.map((place) => euros(sumOf(all.filter(({ i }) => placeOf(i) === place)))).sort(),
      );
    }
  });

  it('keeps what it had when it is killed while it is reckoned anew, and goes on', async () => {
    const { id } = await june();
    const before = await counts();
    // After the lines were written it looks for service credits.
    await killedAt('LOCK TABLE service_credit IN ACCESS EXCLUSIVE MODE', () =>
      api.as(proposer).ask(RECKON_RUN, { id }),
    );

    expect(await counts()).toEqual(before);
    expect((await run(RECKON_RUN, { id })).run.totals).toEqual([{ amount: euros(TOTAL), currency: 'EUR' }]);
    expect(await counts()).toMatchObject({ lines: before.lines, total: before.total });
  });

  it('is closed and paid at once or not at all, also when it is killed in the middle', async () => {
    const { id } = await june();
    const { run: reckoned } = await run(RECKON_RUN, { id });
    const { run: proposed } = await run(PROPOSE_RUN, { id, version: reckoned.version });
    const before = await counts();
    const shut = { id, version: proposed.version };
    // It stands closed in its transaction when it comes to the budgets.
    await killedAt('SELECT FROM budget FOR UPDATE', () => api.as(closer).ask(CLOSE_RUN, shut));
    expect(await counts()).toEqual(before);

    expect((await run(CLOSE_RUN, shut, closer)).errors).toEqual([]);
    for (const place of places) {
      const spent = euros(sumOf(all.filter(({ i }) => placeOf(i) === place)));
      expect(await given.budgetNow(place.budget)).toMatchObject({ spent, overrun: '0.00' });
    }
    const [{ entries }] = await dataSource.query(
      `SELECT sum(amount)::text AS entries FROM budget_entry WHERE kind = 'spent'`,
    );
    expect(Number(entries).toFixed(2)).toBe(euros(TOTAL));
  });

  it('answers who has little of it from the key of lines, not from the whole month', async () => {
    const viewer = (await viewerOfPerson(dataSource.manager, clerk.id, api.clock.now()))!;
    const parameters = new Parameters();
    const condition = visibleLines(viewer, null, parameters);
    await dataSource.query('ANALYZE charge_line, charge_case');
    const plan: { 'QUERY PLAN': string }[] = await dataSource.query(
      `EXPLAIN SELECT l.id FROM bill_line l WHERE ${parameters.is('l.run_id', (await june()).id)} AND ${condition}`,
      parameters.values,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');

    expect(text).toContain('charge_line_pkey');
    expect(text).not.toContain('Seq Scan on charge_line');
    const { bill } = await api.as(clerk).run(BILL, { month: '2026-06' });
    expect(bill.totals).toEqual([{ amount: euros(all[0]!.cents + all[1]!.cents), currency: 'EUR' }]);
  });

  it('is compared with the month before when it is reckoned: who reads the bill reads one page of lines', async () => {
    const said = await api.statementsOf(() => api.as(proposer).run(BILL, { month: '2026-06', first: 5 }));
    expect(said.filter((statement) => /(bill|charge)_line/.test(statement))).toHaveLength(1);
    expect(said.length).toBeLessThan(25);
  });
});

describe('a bill of more than 10,000 lines', () => {
  const MAKE = `mutation ($input: MakeBillFileInput!) { makeBillFile(input: $input) { file { id state lines } errors { code } } }`;
  const FILES = `{ billFiles(month: "2026-06") { id format state lines written path problem unit { name } } }`;
  const files = async (who: Who) => (await api.as(who).run(FILES)).billFiles;
  const get = (path: string, who: Who = proposer) =>
    fetch(`${api.address}${path}`, { headers: { cookie: who.cookie ?? '' } });
  const csv = { month: '2026-06', format: 'CSV' };

  it('is made by a job, told when it is ready, and adds up to the cent', async () => {
    const direct = await get('/export/bill/2026-06.csv');
    expect([direct.status, (await direct.json()).errors]).toMatchObject([422, [{ code: 'TOO_LONG' }]]);
    const { file } = await run(MAKE, { input: csv });
    expect(file).toMatchObject({ state: 'MAKING', lines: (await counts()).lines });
    expect((await get(`/export/bill/files/${file.id}`)).status).toBe(422);
    await api.get(Jobs).settle();

    const [made] = await files(proposer);
    expect(made).toMatchObject({ id: file.id, format: 'CSV', state: 'READY', path: `/export/bill/files/${file.id}` });
    expect(made.written).toBeGreaterThanOrEqual(10_000);
    const response = await get(made.path);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="bill-2026-06.csv"');
    const rows = parseCsv((await response.text()).replace(/^\ufeff/, '')) as string[][];
    const head = rows.findIndex((row) => row.includes('BilledCost'));
    const cost = rows[head]!.indexOf('BilledCost');
    const lines = rows.slice(head + 1).filter((row) => row.length > 1);
    expect(lines).toHaveLength(file.lines);
    expect(lines.reduce((sum, row) => sum + Math.round(Number(row[cost]) * 100), 0)).toBe(TOTAL);
    const INBOX = `{ inbox { edges { node { subject { path } notices { kind facts { name value } } } } } }`;
    const [told] = (await api.as(proposer).run(INBOX)).inbox.edges;
    const facts = expect.arrayContaining([{ name: 'state', value: 'ready' }]);
    expect(told.node).toEqual({ subject: { path: '/bill/2026-06' }, notices: [{ kind: 'BILL_FILE', facts }] });
  });

  it('is downloaded by who asked for it, as long as they read all of it and it is kept', async () => {
    const [{ path }] = await files(proposer);
    expect([(await get(path, closer)).status, await files(closer)]).toEqual([404, []]);
    const none = { input: { ...csv, unitId: (await given.unit()).id } };
    expect((await run(MAKE, none)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (let i = 0; i < 4; i++) expect((await run(MAKE, { input: csv })).errors).toEqual([]);
    expect((await run(MAKE, { input: csv })).errors).toMatchObject([{ code: 'TOO_MANY' }]);
    const roles = (ended: string) =>
      dataSource.query(`UPDATE role_assignment SET ended_at = ${ended} WHERE person_id = $1`, [proposer.id]);

    await roles('now()');
    expect((await get(path)).status).toBe(403);
    await api.get(Jobs).settle();
    const [lost] = await files(proposer);
    expect(lost).toMatchObject({
      state: 'FAILED',
      problem: expect.stringContaining('No line of this month'),
      path: null,
    });
    await roles('NULL');
    expect((await get(path)).status).toBe(200);
    const later = new Date('2026-07-09T09:00:01Z');
    api.clock.set(later);
    await api.get(BillFiles).removeExpired({}, { at: later });
    expect([(await get(path)).status, await files(proposer)]).toEqual([422, []]);
  });
});
