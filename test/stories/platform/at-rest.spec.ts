import { startStory } from '../../builders/index.js';
import { atRest } from '../../platform/at-rest.js';

const { api } = await startStory();

it('is a database when what nobody waits for any longer has been answered, one question after the other', async () => {
  const answered: number[] = [];
  const asked = (async () => {
    for (const i of [1, 2, 3]) {
      await api.dataSource.query('SELECT pg_sleep(0.05)');
      answered.push(i);
    }
  })();

  await atRest(api.dataSource);

  expect(answered).toEqual([1, 2, 3]);
  await asked;
});
