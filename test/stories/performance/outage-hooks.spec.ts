import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const { token } = await given.token(manager, ['ingest']);
const { token: readsOnly } = await given.token(manager, ['read']);
let made = 0;

const OUTAGES = `query ($serviceId: ID!) { outages(serviceId: $serviceId) { edges { node { id from to cause endedAt } } } }`;
const END = `mutation ($id: ID!) { endOutage(id: $id, reason: "A test of the alert.") { errors { code } } }`;

async function send(path: string, message: object | string, bearer: string | null | undefined = token, cookie = '') {
  const response = await fetch(`${api.address}/hooks/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });
  return { status: response.status, body: await response.json() };
}

const outcomesOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  body.reports.map(({ outcome }: { outcome: string }) => outcome);
const outagesOf = async ({ id }: { id: string }) => {
  const { outages } = await api.as(manager).run(OUTAGES, { serviceId: id });
  return outages.edges.map(
    ({ node }: { node: { id: string; from: string; to: string | null; cause: string } }) => node,
  );
};
const at = (time: string) => `2026-03-16T${time}:00.000Z`;
const alert = (fingerprint: string, startsAt: string, endsAt?: string) => ({
  status: endsAt ? 'resolved' : 'firing',
  labels: { alertname: 'MailDown' },
  annotations: { summary: 'Mail answers nothing.' },
  startsAt: at(startsAt),
  endsAt: endsAt ? at(endsAt) : '0001-01-01T00:00:00Z',
  fingerprint,
});
/** As Alertmanager sends it. */
const message = (...alerts: object[]) => ({ version: '4', status: 'firing', receiver: 'accord', alerts });
const service = () => given.service({ slug: `mail-${++made}` });

// Now is Monday, 16 March 2026, 09:00 UTC.
describe('Alertmanager', () => {
  it('opens an outage by an alert that fires, and ends it by the same one resolved; sent again, nothing changes', async () => {
    const mail = await service();
    const hook = `alertmanager?service=${mail.slug}`;
    expect(outcomesOf(await send(hook, message(alert('f1', '07:00'))))).toEqual(['recorded']);
    expect(outcomesOf(await send(hook, message(alert('f1', '07:00'))))).toEqual(['known']);
    expect(await outagesOf(mail)).toMatchObject([{ from: at('07:00'), to: null, cause: 'Mail answers nothing.' }]);

    expect(outcomesOf(await send(hook, message(alert('f1', '07:00', '07:30'))))).toEqual(['changed']);
    expect(outcomesOf(await send(hook, message(alert('f1', '07:00', '07:30'))))).toEqual(['known']);
    // Older than what is known: it was overtaken.
    expect(outcomesOf(await send(hook, message(alert('f1', '07:00'))))).toEqual(['known']);
    expect(outcomesOf(await send(hook, message(alert('f1', '08:00', '08:10'))))).toEqual(['recorded']);
    expect((await outagesOf(mail)).map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
      [at('08:00'), at('08:10')],
      [at('07:00'), at('07:30')],
    ]);
  });

  it('makes one outage of alerts that overlap, until the last of them is resolved', async () => {
    const mail = await service();
    const hook = `alertmanager?service=${mail.slug}`;
    await send(hook, message(alert('a', '07:00'), alert('b', '07:10')));
    await send(hook, message(alert('a', '07:00', '07:30')));
    expect(await outagesOf(mail)).toMatchObject([{ from: at('07:00'), to: null }]);
    await send(hook, message(alert('b', '07:10', '07:50')));
    expect(await outagesOf(mail)).toMatchObject([{ from: at('07:00'), to: at('07:50') }]);
  });

  it('counts in the figure, and yields to people who say that it was a mistake, or who recorded the time themselves', async () => {
    const mail = await service();
    const commitment = await given.commitment({ serviceId: mail.id, credit: null });
    const labelled = { ...alert('x', '07:00', '08:00'), labels: { accord_service: mail.slug } };
    expect(outcomesOf(await send('alertmanager', message(labelled)))).toEqual(['recorded']);
    const [result] = await api.dataSource.query(
      `SELECT denominator - numerator AS down FROM period_result WHERE commitment_id = $1 AND period = '2026-03'`,
      [commitment.id],
    );
    expect(Number(result.down)).toBe(3_600_000);

    const [{ id }] = await outagesOf(mail);
    await api.as(manager).run(END, { id });
    expect(outcomesOf(await send('alertmanager', message(labelled)))).toEqual(['known']);

    await given.outage(mail, at('05:00'), at('06:00'));
    const hook = `alertmanager?service=${mail.slug}`;
    const joins = async (id: string, from: string, to?: string) =>
      outcomesOf(await send(hook, message(alert(id, from, to))));
    expect([await joins('w', '05:10', '05:20'), await joins('w', '05:10', '05:25')]).toEqual([['known'], ['known']]);
    expect(await outagesOf(mail)).toMatchObject([
      { endedAt: expect.any(String) },
      { from: at('05:00'), to: at('06:00') },
    ]);
    const { body } = await send(hook, message(alert('y', '05:30', '06:40')));
    expect(body.reports).toMatchObject([{ outcome: 'refused', reason: expect.any(String) }]);
    const refused = await api.dataSource.query(
      `SELECT reason FROM audit_entry WHERE action = 'outage.reportRefused' AND subject_id = $1`,
      [mail.id],
    );
    expect(refused).toEqual([{ reason: body.reports[0].reason }]);
  });

  it('is let in by a token that is for ingest and reaches the service, and by nothing else', async () => {
    const mail = await service();
    const other = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: mail.id }] });
    const { token: ofOther } = await given.token(other, ['ingest']);
    const [hook, foreign] = [`alertmanager?service=${mail.slug}`, (await service()).slug];
    const firing = message(alert('t', '07:00'));

    expect((await send(hook, firing, null)).status).toBe(401);
    expect((await send(hook, firing, null, manager.cookie ?? '')).status).toBe(401);
    expect((await send(hook, firing, readsOnly)).status).toBe(403);
    expect(outcomesOf(await send(`alertmanager?service=${foreign}`, firing, ofOther))).toEqual(['refused']);
    expect(outcomesOf(await send('alertmanager?service=nobody', firing, ofOther))).toEqual(['refused']);
    expect(outcomesOf(await send(hook, firing, ofOther))).toEqual(['recorded']);
  });

  it('is told what is wrong with a message, which changes nothing', async () => {
    const wrong = [{}, { alerts: 'all' }, '[1, 2', '"text"'];
    const answers = [];
    for (const each of wrong) answers.push((await send('alertmanager?service=mail-1', each)).status);
    expect(answers.every((status) => status >= 400 && status < 500)).toBe(true);
  });
});

it('takes the readable parts of a message, and says of the others where they stand and why', async () => {
  const mail = await service();
  const hook = `alertmanager?service=${mail.slug}`;
  const broken = { ...alert('z', '07:00'), startsAt: 'yesterday' };

  const { status, body } = await send(hook, message(broken, alert('g', '07:00', '07:30'), 'no alert' as never));
  expect({ status, reports: body.reports }).toEqual({
    status: 200,
    reports: [
      { id: `g/${at('07:00')}`, outcome: 'recorded', reason: null },
      { id: 'z', outcome: 'refused', reason: expect.stringMatching(/^alerts\.0\.startsAt: /) },
      { id: 'alerts.2', outcome: 'refused', reason: expect.stringMatching(/^alerts\.2: /) },
    ],
  });
  expect(await outagesOf(mail)).toMatchObject([{ from: at('07:00'), to: at('07:30') }]);
  // What nobody could read is not lost either: it is kept with the service.
  const kept = await api.dataSource.query(
    `SELECT reason FROM audit_entry WHERE action = 'outage.reportRefused' AND subject_id = $1 ORDER BY reason`,
    [mail.id],
  );
  expect(kept).toEqual(body.reports.slice(1).map(({ reason }: { reason: string }) => ({ reason })));

  const incident = { id: 'i', name: 'Slow', impact: 'minor', created_at: at('08:00'), resolved_at: at('08:10') };
  const page = await send(`statuspage?service=${mail.slug}`, { incidents: [{ ...incident, impact: 7 }, incident] });
  expect(page.body.reports).toMatchObject([{ outcome: 'recorded' }, { id: 'i', outcome: 'refused' }]);
});

it('keeps nothing of a message that it cannot read with a service that the sender does not reach', async () => {
  const mail = await service();
  const other = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: mail.id }] });
  const { token: ofOther } = await given.token(other, ['ingest']);
  const foreign = await service();
  const broken = message({ ...alert('z', '07:00'), startsAt: 'yesterday' });

  expect(outcomesOf(await send(`alertmanager?service=${foreign.slug}`, broken, ofOther))).toEqual(['refused']);
  expect(outcomesOf(await send('alertmanager?service=nobody', broken, ofOther))).toEqual(['refused']);
  const kept = await api.dataSource.query(
    `SELECT FROM audit_entry WHERE action = 'outage.reportRefused' AND subject_id = $1`,
    [foreign.id],
  );
  expect(kept).toEqual([]);
});

it('refuses an incident that ends before it begins, or is of tomorrow, and takes the others of the message', async () => {
  const shop = await service();
  const incident = (id: string, from: string, to: string) => ({
    ...{ id, name: 'Slow', impact: 'minor', status: 'resolved', created_at: from, started_at: from, resolved_at: to },
  });
  const incidents = [
    incident('a', at('07:00'), at('06:00')),
    incident('b', at('06:00'), at('06:30')),
    incident('c', at('06:10'), '2026-03-17T10:00:00Z'),
  ];

  const { status, body } = await send(`statuspage?service=${shop.slug}`, { incidents });
  expect({ status, reports: body.reports }).toMatchObject({
    status: 200,
    reports: [
      { id: 'a', outcome: 'refused', reason: 'The end must lie after the beginning.' },
      { id: 'b', outcome: 'recorded' },
      { id: 'c', outcome: 'refused', reason: 'It cannot have ended in the future; leave the end open.' },
    ],
  });
  expect(await outagesOf(shop)).toMatchObject([{ from: at('06:00'), to: at('06:30') }]);
});

it('takes incidents of Statuspage: updated by their id, and none that had no impact', async () => {
  const mail = await service();
  const hook = `statuspage?service=${mail.slug}`;
  const incident = {
    id: 'kx1',
    name: 'Mail is slow',
    impact: 'major',
    status: 'investigating',
    created_at: at('06:00'),
  };
  const notice = { ...incident, id: 'kx2', impact: 'none' };
  expect(outcomesOf(await send(hook, { page: {}, incidents: [incident, notice] }))).toEqual(['ignored', 'recorded']);
  expect(outcomesOf(await send(hook, { page: {}, incidents: [incident, notice] }))).toEqual(['ignored', 'known']);

  const resolved = { ...incident, status: 'resolved', started_at: at('05:50'), resolved_at: at('06:40') };
  expect(outcomesOf(await send(hook, { incident: resolved }))).toEqual(['changed']);
  expect(await outagesOf(mail)).toMatchObject([{ from: at('05:50'), to: at('06:40'), cause: 'Mail is slow' }]);

  // It goes on after all, as was said later; what was said before that is overtaken.
  const said = (update: object) => send(hook, { incident: { ...resolved, ...update } });
  expect(outcomesOf(await said({ updated_at: at('06:41'), resolved_at: at('06:39') }))).toEqual(['changed']);
  expect(outcomesOf(await said({ updated_at: at('06:50'), resolved_at: null }))).toEqual(['changed']);
  expect(outcomesOf(await said({ updated_at: at('06:41'), resolved_at: at('06:39') }))).toEqual(['known']);
  expect(await outagesOf(mail)).toMatchObject([{ from: at('05:50'), to: null }]);
  // Its impact is taken back: nobody is down any more, and it was until then.
  expect(outcomesOf(await said({ impact: 'none', updated_at: at('07:10'), resolved_at: null }))).toEqual(['changed']);
  expect(await outagesOf(mail)).toMatchObject([{ from: at('05:50'), to: at('07:10') }]);
  expect(outcomesOf(await said({ impact: 'none', updated_at: at('07:20'), resolved_at: at('07:20') }))).toEqual([
    'ignored',
  ]);
});
