import { ChargeDisputes } from '../../orders/charges/charge-disputes.js';
import { ChargeRuns } from '../../orders/charges/charge-runs.js';
import { UsageRecords } from '../../orders/usage/usage-records.js';
import { Database } from '../../platform/database/database.js';
import { ordersBy } from '../builders/orders.js';
import type { PersonKey } from '../content/people.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** The first month that is charged; three at the least are closed since, and the next one is open. */
const FIRST = 9;
const MONTHS = [FIRST, FIRST + 1, FIRST + 2, FIRST + 3] as const;

/** Months of charges, what was used, and what somebody does not agree with. */
export function chargeScenes(stage: Stage): Scene[] {
  return [...runScenes(stage), ...usageScenes(stage), ...disputeScenes(stage)];
}

/** On the nth working day of a month. */
const on = (stage: Stage, month: number, nth: number, time: string, play: Scene['play']): Scene => ({
  at: instantAt(stage.months.zone, stage.workingDay(month, nth), time),
  step: 'Charges',
  play,
});

/** Each is closed on the fourth working day after it, when the next one is opened. */
function runScenes(stage: Stage): Scene[] {
  const runs = stage.get(ChargeRuns);
  let run: { id: string; version: number };
  const open = (month: number) => async () => {
    run = await runs.open(await stage.act('ruth'), stage.months.period(month));
  };
  const propose = async () => {
    const { id, version } = await runs.reckon(await stage.act('ruth'), run.id);
    run = await runs.propose(await stage.act('ruth'), id, version);
  };
  const close = async () => runs.close(await stage.act('nils'), run.id, run.version);
  return [
    on(stage, FIRST, 4, '11:30', open(FIRST)),
    ...MONTHS.flatMap((month) => [
      on(stage, month + 1, 4, '09:00', propose),
      on(stage, month + 1, 4, '11:00', close),
      on(stage, month + 1, 4, '11:30', open(month + 1)),
    ]),
  ];
}

/** The messages of the carrier: those of one month were counted twice, which comes out after it was closed. */
function usageScenes(stage: Stage): Scene[] {
  const record = async (month: number, quantity: string, name: string, corrects: string | null = null) => {
    const subscriptionId = await subscriptionOf(stage, 'carrier-interface');
    const day = stage.months.day(month, 28);
    const use = {
      subscriptionId,
      unitName: '1,000 messages',
      day,
      quantity,
      source: 'hub',
      externalId: name,
      corrects,
    };
    return stage.get(UsageRecords).record(await stage.act('ruth'), use);
  };
  const name = (month: number) => `messages-${stage.months.period(month)}`;
  const twice = FIRST + 1;
  return [
    ...MONTHS.map((month) =>
      on(stage, month + 1, 2, '10:00', () =>
        record(month, month === twice ? '412' : String(190 + 4 * month), name(month)),
      ),
    ),
    on(stage, twice + 1, 9, '14:20', () => record(twice, '206', `${name(twice)}-again`, name(twice))),
  ];
}

/** One is answered, and one waits. */
function disputeScenes(stage: Stage): Scene[] {
  const disputes = stage.get(ChargeDisputes);
  let first: { id: string };
  const dispute = async (by: PersonKey, order: string, month: number, reason: string) =>
    disputes.dispute(await stage.act(by), await lineOf(stage, order, month), reason);
  const [early, late] = [FIRST + 1, FIRST + 2];
  return [
    on(stage, early + 1, 6, '10:15', async () => {
      first = await dispute(
        'emma',
        'showroom-laptops',
        early,
        'One of the two laptops was in repair half of the month.',
      );
    }),
    on(stage, early + 1, 8, '15:00', async () => {
      const answer = 'The repair took until the 15th: half of one laptop is given back.';
      await disputes.answer(await stage.act('nils'), first.id, { accepted: true, amount: '19.50', answer });
    }),
    on(stage, late + 1, 7, '09:40', () =>
      dispute('daniel', 'carrier-interface', late, 'The carrier was not connected in the first week.'),
    ),
  ];
}

const subscriptionOf = (stage: Stage, order: string) => ordersBy(stage.get).subscriptionOf(stage.id('order', order));

/** What the month charged for what an order began. */
async function lineOf(stage: Stage, order: string, month: number): Promise<string> {
  const [line]: { id: string }[] = await stage.get(Database).read.query(
    `SELECT l.id FROM bill_line l JOIN charge_run r ON r.id = l.run_id
      WHERE l.subscription_id = $1 AND to_char(r.from_date, 'YYYY-MM') = $2 AND l.kind = 'recurring' AND l.origin = 'charge'`,
    [await subscriptionOf(stage, order), stage.months.period(month)],
  );
  if (!line) throw new Error(`The demo charged nothing for "${order}" in month ${month}.`);
  return line.id;
}
