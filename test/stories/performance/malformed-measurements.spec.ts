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
