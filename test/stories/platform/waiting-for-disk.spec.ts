import { Database, withoutWaitingForDisk } from '@accord/api/platform/database/database.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { startStory } from '../../builders/index.js';

const { api } = await startStory();

it('waits for the disk after each transaction, except in work that can be done anew', async () => {
  // The databases of tests never wait; this one does, as real ones do.
  await api.dataSource.query(`ALTER DATABASE "${new URL(api.url).pathname.slice(1)}" SET synchronous_commit TO on`);
  const dataSource = await createDataSource(api.url).initialize();
  const database = new Database(dataSource);
  const waits = () => database.transaction((tx) => tx.query('SHOW synchronous_commit'));
  try {
    expect(await waits()).toEqual([{ synchronous_commit: 'on' }]);
    expect(await withoutWaitingForDisk(waits)).toEqual([{ synchronous_commit: 'off' }]);
    expect(await waits()).toEqual([{ synchronous_commit: 'on' }]);
  } finally {
    await dataSource.destroy();
  }
});
