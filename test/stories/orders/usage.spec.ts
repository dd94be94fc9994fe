import { SubscriptionEntity } from '@accord/api/orders/subscriptions/subscription.entity.js';
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
