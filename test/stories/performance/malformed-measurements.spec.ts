import { startStory } from '../../builders/index.js';
import { MALFORMED } from './malformed-measurements.js';

const { api, given } = await startStory();
const machine = await given.token(await given.person({ roles: ['serviceManager'] }), ['ingest']);
await given.service({ slug: 'zoom' });

it('refuses two hundred malformed payloads, says what is wrong with each, and stores nothing of them', async () => {
  expect(MALFORMED.length).toBeGreaterThanOrEqual(200);

  for (const { name, type, encoding = 'identity', body, expected } of MALFORMED) {
    const { status, body: answer } = await api
      .as(machine)
      .post('/measurements?source=malformed')
      .set({ 'content-type': type, 'content-encoding': encoding })
      .serialize((text) => text as unknown as string)
      .send(body);
    const told = answer.errors?.[0] ?? answer.problems?.[0];
    if ('status' in expected) {
      expect({ name, status, told }).toEqual({
        name,
        status: expected.status,
        told: expect.objectContaining({ message: expect.stringMatching(expected.message) }),
      });
    } else {
      const { field, reason } = expected;
      const problem = expect.objectContaining({ field, reason: expect.stringMatching(reason) });
      expect({ name, status, ...answer, told }).toMatchObject({
        name,
        status: 200,
        accepted: 0,
        duplicate: 0,
        told: problem,
      });
      expect(answer.refused).toBeGreaterThanOrEqual(1);
    }
  }

  const left = await api.dataSource.query(
    `SELECT (SELECT count(*) FROM measurement) + (SELECT count(*) FROM batch) + (SELECT count(*) FROM series)
       + (SELECT count(*) FROM source WHERE slug = 'malformed') AS n`,
  );
  expect(left).toEqual([{ n: '0' }]);
});

it('asks for the name of the source', async () => {
  const bring = async (query: string) =>
    (await api.as(machine).post(`/measurements${query}`).set('content-type', 'text/csv').send('at')).body.errors;

  expect(await bring('')).toMatchObject([{ code: 'SOURCE_MISSING', field: ['source'] }]);
  expect(await bring('?source=a&source=b')).toMatchObject([{ code: 'SOURCE_MISSING', field: ['source'] }]);
  expect(await bring('?source=%20!')).toMatchObject([{ code: 'INVALID_NAME' }]);
});

it.each([
  ['=cmd%7Cx', 'begins with a sign that makes it a formula in a spreadsheet'],
  ['a%0Ab', 'has control characters'],
  ['a'.repeat(201), 'is longer than 200 characters'],
])('calls no source %s, as it calls no series so', async (name, why) => {
  for (const path of ['/measurements', '/usage']) {
    const { status, body } = await api
      .as(machine)
      .post(`${path}?source=${name}`)
      .set('content-type', 'text/csv')
      .send('at');
    const isTooLongForUsage = path === '/usage' && name.length > 200;
    const message = isTooLongForUsage ? 'Say where the figures come from.' : `The name of the source ${why}.`;
    expect({ path, status, errors: body.errors }).toMatchObject({
      path,
      status: 422,
      errors: [{ field: ['source'], message }],
    });
  }
});

it('keeps sources apart whose names differ late', async () => {
  const long = 'probe of the mail gateway in the data centre of the north, seen by the office of the ';
  const row = (up: boolean) => JSON.stringify({ service: 'zoom', at: '2026-03-02T00:00:00Z', up });
  for (const [where, up] of [
    ['east', true],
    ['west', false],
  ] as const) {
    const query = `?source=${encodeURIComponent(long + where)}`;
    const { body } = await api
      .as(machine)
      .post(`/measurements${query}`)
      .set('content-type', 'application/x-ndjson')
      .send(row(up));
    expect(body).toMatchObject({ accepted: 1, refused: 0 });
  }
});

it.each([
  ['/measurements?source=%3Dcmd%7Cx%00', 'source'],
  ['/measurements?source=v-gate&correction=a%00b', 'correction'],
  ['/usage?source=v%00', 'source'],
])('refuses NUL in the parameters of %s by one sentence', async (path, field) => {
  const { status, body } = await api.as(machine).post(path).set('content-type', 'text/csv').send('at');

  const message = `The text of ${field} holds a character that cannot be kept: NUL, or half of a pair.`;
  expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ field: [field], message }] });
});

it.each(['/measurements', '/usage'])('asks who sends to %s without anything for a token', async (path) => {
  const { status, body } = await api
    .as({ cookie: null })
    .post(`${path}?source=a`)
    .unset('x-accord-client')
    .set('content-type', 'text/csv')
    .send('at');

  expect({ status, errors: body.errors }).toMatchObject({
    status: 401,
    errors: [{ code: 'UNAUTHENTICATED', message: expect.stringContaining('Send an access token') }],
  });
});
