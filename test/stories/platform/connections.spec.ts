import { startStory } from '../../builders/index.js';

const { api } = await startStory();

it('asks PostgreSQL not to compile statements that are done sooner than compiled', async () => {
  expect(await api.dataSource.query('SHOW jit')).toEqual([{ jit: 'off' }]);
});
