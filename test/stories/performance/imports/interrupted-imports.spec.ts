import { Imports } from '@accord/api/performance/imports/imports.js';
import { ImportRunEntity } from '@accord/api/performance/imports/import-run.entity.js';
import { ImportRunner } from '@accord/api/performance/imports/import-runner.js';
import { ImportSession } from '@accord/api/performance/imports/import-session.js';
import { UploadedImports } from '@accord/api/performance/imports/uploaded-imports.js';
import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const manager = await given.person({ name: 'Mia Manager', roles: ['serviceManager'] });
const service = await given.service();

const ROWS = 20_000;
const log = (prefix: string) =>
  given.eventLog(
    Array.from({ length: ROWS }, (_, i) => ({
      number: `${prefix}${i}`,
      sys_updated_at: `2/3/2026 ${10 + (i % 9)}:00`,
    })),
  );
const stored = async (prefix: string) =>
  (await api.dataSource.query('SELECT count(*)::int AS n FROM ticket_event WHERE number LIKE $1', [`${prefix}%`]))[0].n;
const RESUME = `mutation ($id: ID!) { resumeImport(id: $id) { import { id state } errors { code message } } }`;
const resume = async (id: string) => (await api.as(manager).run(RESUME, { id })).resumeImport;

describe('an import that is interrupted', () => {
  it('goes on after the last batch that it stored, reading no row twice', async () => {
    const id = await begunAndStopped('STOP-');
    const before = await given.report(manager, id);
    expect(before).toMatchObject({ state: 'INTERRUPTED', viewerCanResume: true });
    expect(before.rowsStored).toBeGreaterThan(0);
    expect(before.rowsStored).toBeLessThan(ROWS);

    expect(await resume(id)).toMatchObject({ import: { id, state: 'RUNNING' }, errors: [] });
    await api.get(ImportRunner).idle();

    expect(await given.report(manager, id)).toMatchObject({
      state: 'DONE',
      rowsRead: ROWS,
      rowsStored: ROWS,
      rowsKnown: 0,
      refusedReason: null,
    });
    expect(await stored('STOP-')).toBe(ROWS);
    expect(await resume(id)).toMatchObject({ errors: [{ code: 'NOT_INTERRUPTED' }] });
  });

  it('is found at the next start when the process died', async () => {
    const { id } = await given.imported(manager, given.eventLog([{ number: 'DEAD-1' }]), { serviceId: service.id });
    await api.dataSource.manager.update(ImportRunEntity, id, { state: 'running', finishedAt: null });

    await api.get(ImportRunner).onApplicationBootstrap();

    expect(await given.report(manager, id)).toMatchObject({
      state: 'INTERRUPTED',
      refusedReason: 'Accord ended while the import was running.',
    });
  });

  it('keeps nobody waiting: two at once from one source are told so in a sentence', async () => {
    const session = await ImportSession.open(api.dataSource, 'source busy');

    const refused = await given.imported(manager, given.eventLog([]), { serviceId: service.id, sourceName: 'Busy' });

    expect(refused.errors).toMatchObject([{ code: 'IMPORT_RUNNING' }]);
    expect(refused.errors[0].message).toMatch(/from Busy at this moment; wait until that import is done\.$/);
    await session!.close();
  });
});

/** An import whose connection is lost after its second batch, as when the database restarts. */
async function begunAndStopped(prefix: string): Promise<string> {
  const uploadId = await given.upload(manager, log(prefix));
  const profileId = await given.profileId(manager, 'servicenow-incident-log');
  const act = await given.act(manager);
  const asked = { uploadId, kind: 'tickets' as const, profileId, serviceId: service.id };
  let batches = 0;
  const { run, done } = await api.get(Imports).start(act, await api.get(UploadedImports).orderOf(act, asked), () => {
    if (++batches === 2) throw new Error('The connection was lost.');
  });
  await done;
  return run.id;
}
