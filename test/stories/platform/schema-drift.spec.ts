import { schemaDrift } from '@accord/api/platform/database/drift.js';
import { startApi } from '../../builders/api.js';

const api = await startApi();

it('has migrations that make exactly the tables that the entities describe', async () => {
  expect((await schemaDrift(api.dataSource)).up).toEqual([]);
});
