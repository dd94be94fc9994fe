import { SubscriptionEntity } from '@accord/api/orders/subscriptions/subscription.entity.js';
import type { Actor } from '../../builders/graph-client.js';
import { startStory } from '../../builders/index.js';
import { temporaryFolder } from '../../platform/server-process.js';
import { IMPORT_USAGE, RECORD_USAGE, USAGE_OF } from './charge-documents.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const { manager } = api.dataSource;
const TRAFFIC = { kind: 'metered' as const, label: 'Traffic', amount: '0.005', per: 'month' as const, unitName: 'GB' };
const place = await given.orderPlace({ plan: { prices: [TRAFFIC] } });
await given.order(place, 'completed');
const [{ id: subscriptionId } = { id: '' }] = await manager.find(SubscriptionEntity, {});
const manage = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: place.service.id }] });

type Who = { cookie: string | null };
const use = (externalId: string, other: object = {}) => ({
  subscriptionId,
  unitName: 'GB',
  day: '2026-03-16',
  quantity: '10',
  source: 'meter',
  externalId,
  ...other,
});
const record = async (input: object, who: Who = manage) => (await api.as(who).run(RECORD_USAGE, { input })).recordUsage;
const usage = async (who: Who = place.requester) =>
  (await api.as(who).run(USAGE_OF, { id: subscriptionId })).subscription;

describe('what was used', () => {
  it('is told by who runs the service, and is read by who has it', async () => {
    expect((await record(use('m-1'), place.requester)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { usage: recorded, errors } = await record(use('m-1'));
    expect(errors).toEqual([]);
    expect(recorded).toMatchObject({ unitName: 'GB', day: '2026-03-16', quantity: '10', externalId: 'm-1' });
    expect(await usage()).toMatchObject({ viewerCanRecordUsage: false, usage: [{ externalId: 'm-1' }] });
  });

  it('told twice is there once; told otherwise it is refused', async () => {
    const { usage: first } = await record(use('m-2'));
    const { usage: again } = await record(use('m-2', { quantity: '10.0' }));
    expect(again.id).toBe(first.id);
    expect((await record(use('m-2', { quantity: '11' }))).errors).toMatchObject([
      { code: 'TOLD_OTHERWISE', field: ['externalId'] },
    ]);
  });

  it('is corrected by a record that takes its place, once', async () => {
    expect((await record(use('m-3', { quantity: '7', corrects: 'm-2' }))).errors).toEqual([]);
    expect((await record(use('m-3', { quantity: '7', corrects: 'm-2' }))).errors).toEqual([]);
    expect((await record(use('m-4', { corrects: 'm-2' }))).errors).toMatchObject([{ code: 'CORRECTED_ALREADY' }]);
    expect((await record(use('m-4', { corrects: 'm-99' }))).errors).toMatchObject([{ code: 'NOTHING_TO_CORRECT' }]);
    expect((await usage()).usage.map(({ externalId }: { externalId: string }) => externalId).sort()).toEqual([
      'm-1',
      'm-3',
    ]);
  });

  it.each([
    ['IN_THE_FUTURE', ['day'], { day: '2026-03-17' }],
    ['NOT_MEASURED', ['unitName'], { unitName: 'hour' }],
    ['NOT_MEASURED', ['unitName'], { day: '2026-03-15' }],
    ['WRONG_QUANTITY', ['quantity'], { quantity: '-1' }],
    ['WRONG_QUANTITY', ['quantity'], { quantity: '0.0000000000001' }],
    ['NOT_FOUND', ['subscriptionId'], { subscriptionId: '019a0000-0000-7000-8000-000000000001' }],
  ])('is refused as %s at %j', async (code, field, other) => {
    expect((await record(use('m-5', other))).errors).toMatchObject([{ code, field }]);
  });

  it('never changes, whoever tries', async () => {
    await expect(manager.query('UPDATE usage_record SET quantity = 0')).rejects.toThrow();
    await expect(manager.query('DELETE FROM usage_record')).rejects.toThrow();
  });
});

describe('a file of what was used', () => {
  const upload = async (rows: string[]) => {
    const response = await api
      .as(manage)
      .post('/uploads')
      .set('content-type', 'application/octet-stream')
      .set('x-file-name', 'use.csv')
      .send(Buffer.from(rows.join('\n')));
    return response.body.id as string;
  };
  const take = async (rows: string[]) =>
    (await api.as(manage).run(IMPORT_USAGE, { uploadId: await upload(rows), source: 'files' })).importUsage;
  const HEADER = 'subscription,unit,day,quantity,id,corrects';
  const row = (id: string, quantity = '3', corrects = '') =>
    `${subscriptionId},GB,2026-03-16,${quantity},${id},${corrects}`;

  it('is recorded row by row, and what was told before is not recorded again', async () => {
    expect(await take([HEADER, row('f-1'), row('f-2')])).toEqual({ recorded: 2, known: 0, problems: [], errors: [] });
    expect(await take([HEADER, row('f-2'), row('f-3', '5', 'f-1')])).toMatchObject({
      recorded: 1,
      known: 1,
      problems: [],
    });
  });

  it('is recorded whole or not at all, and says what is wrong with which row', async () => {
    const before = (await usage()).usage.length;
    const { recorded, problems } = await take([HEADER, row('f-4'), row('f-5', 'many'), row('f-2', '4'), 'x,GB']);
    expect(recorded).toBe(0);
    expect(problems).toMatchObject([
      { line: 3, code: 'MALFORMED_ROW' },
      { line: 4, code: 'TOLD_OTHERWISE' },
      { line: 5, code: 'MALFORMED_ROW' },
    ]);
    expect((await usage()).usage.length).toBe(before);
  });

  it('needs its columns', async () => {
    expect((await take(['subscription,day', 'x,y'])).errors).toMatchObject([
      { code: 'MISSING_COLUMN', field: ['uploadId'] },
    ]);
  });

  it('is a file of theirs', async () => {
    const { errors } = (await api.as(manage).run(IMPORT_USAGE, { uploadId: 'x', source: 'files' })).importUsage;
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', message: 'There is no such file of yours.' }]);
  });
});

describe('what a machine sends', () => {
  const send = async (rows: object[] | string, who: Actor, type = 'application/x-ndjson') => {
    const body = typeof rows === 'string' ? rows : rows.map((row) => JSON.stringify(row)).join('\n');
    return api.as(who).post('/usage?source=hub').set('content-type', type).send(body);
  };
  const told = (id: string, other: object = {}) => ({
    subscription: subscriptionId,
    unit: 'GB',
    day: '2026-03-16',
    quantity: '1.5',
    id,
    ...other,
  });
  const none = { accepted: 0, corrected: 0, duplicate: 0, refused: 0, problems: [] };

  it('is recorded row by row with a token for it, is there once when it is sent again, and corrects itself in one batch', async () => {
    const machine = await given.token(manage, ['ingest']);
    const rows = [told('h-1'), told('h-2', { quantity: 2 }), told('h-3', { corrects: 'h-1', quantity: '0.5' })];
    expect((await send(rows, machine)).body).toEqual({ ...none, accepted: 2, corrected: 1 });
    expect((await send(rows, machine)).body).toEqual({ ...none, duplicate: 3 });
    const heard = (await usage()).usage.filter(({ source }: { source: string }) => source === 'hub');
    expect(heard.map(({ externalId }: { externalId: string }) => externalId).sort()).toEqual(['h-2', 'h-3']);
  });

  it('says of each row that it refuses why, and records the others', async () => {
    const csv = [
      'subscription,unit,day,quantity,id',
      `${subscriptionId},GB,2026-03-16,=1+1,h-4`,
      `${subscriptionId},hour,2026-03-16,1,h-5`,
      `${subscriptionId},GB,2026-03-16,9,h-2`,
      `${subscriptionId},GB,2026-03-16,4,h-6`,
    ].join('\n');
    expect((await send(csv, manage, 'text/csv')).body).toEqual({
      ...none,
      accepted: 1,
      refused: 3,
      problems: [
        {
          line: 2,
          field: 'quantity',
          value: '=1+1',
          reason: 'is not an exact number from 0 on, with 12 digits on either side of its point',
        },
        { line: 3, field: 'unit', value: 'hour', reason: 'On that day the subscription paid for only GB.' },
        {
          line: 4,
          field: 'id',
          value: 'h-2',
          reason: 'hub told of h-2 before, and said something else; a correction has an id of its own.',
        },
      ],
    });
  });

  it('asks as many statements for a thousand rows as for one', async () => {
    const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => told(`n-${from + i}`));
    const one = await api.statementsOf(() => send(many(0, 1), manage));
    const thousand = await api.statementsOf(async () =>
      expect((await send(many(1, 1_000), manage)).body).toMatchObject({ accepted: 1_000 }),
    );
    expect(thousand.length).toBe(one.length);
  });

  it('is told once by two that send the same at once', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => told(`t-${i}`));
    const answers = await Promise.all([send(rows, manage), send(rows, manage)]);
    expect(answers.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(50);
  });

  it('is taken from nobody else', async () => {
    const reader = await given.token(manage, ['read']);
    expect((await send([told('x-1')], place.requester)).status).toBe(403);
    expect((await send([told('x-1')], reader)).status).toBe(403);
    expect((await api.as({ cookie: null }).post('/usage?source=hub').send('x')).status).toBe(401);
  });
});
