import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const dataDir = temporaryFolder();
const { api, given } = await startStory([], { ACCORD_DATA_DIR: dataDir, ACCORD_UPLOAD_LIMIT_MIB: '1' });
const manager = await given.person({ roles: ['serviceManager'] });
const colleague = await given.person({ roles: ['serviceManager'] });
const requester = await given.person({ roles: ['requester'] });
const service = await given.service();

const files = () => (existsSync(join(dataDir, 'uploads')) ? readdirSync(join(dataDir, 'uploads')) : []);
const post = (person = manager) => api.as(person).post('/uploads').set('content-type', 'application/octet-stream');
const PREVIEW = `query ($input: PreviewImportInput!) { previewImport(input: $input) { headers } }`;

describe('a file that somebody sends', () => {
  it('is kept under an id, its name without folders and control characters', async () => {
    const id = await given.upload(manager, 'a,b\n', '../../etc/pass\u0007wd.csv');

    expect(files()).toContain(id);
    const [upload] = await api.dataSource.query('SELECT file_name, bytes, person_id FROM upload WHERE id = $1', [id]);
    expect(upload).toEqual({ file_name: 'passwd.csv', bytes: '4', person_id: manager.id });
  });

  it('is refused when it is larger than the limit, said or unsaid', async () => {
    const kept = files();

    const said = await post().send(Buffer.alloc(1_048_577));

    expect(said.status).toBe(413);
    expect(said.body.errors).toMatchObject([
      {
        code: 'TOO_LARGE',
        message: 'The file is larger than 1 MiB; compress it with gzip, or import it by the command line.',
      },
    ]);
    expect(await sentInChunks(3)).toBe(413);
    expect(await post().send(Buffer.alloc(1_048_576))).toMatchObject({ status: 201 });
    expect(files()).toHaveLength(kept.length + 1);
  });

  it('is refused from strangers, from those who import nothing, and from pages that are not ours', async () => {
    const kept = files();

    const stranger = await api
      .anonymously()
      .post('/uploads')
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from('a'));
    const unentitled = await post(requester).send(Buffer.from('a'));
    const forged = await post().unset('x-accord-client').send(Buffer.from('a'));
    const form = await api.as(manager).post('/uploads').set('content-type', 'text/csv').send('a');

    expect([stranger, unentitled, forged, form].map(({ status }) => status)).toEqual([401, 403, 403, 422]);
    expect(files()).toEqual(kept);
  });

  it('is nobody else’s', async () => {
    const input = { uploadId: await given.upload(manager, 'a'), kind: 'TICKETS', serviceId: service.id };

    const { errors } = await api.as(colleague).ask(PREVIEW, { input });

    expect(errors).toMatchObject([{ message: 'There is no such file of yours.', extensions: { code: 'NOT_FOUND' } }]);
  });

  it('is gone after a week, or once it has been imported', async () => {
    const old = await given.upload(manager, 'a');
    const imported = await given.imported(manager, given.eventLog([]), { serviceId: service.id });
    expect(imported).toMatchObject({ state: 'DONE' });
    api.clock.set('2026-03-23T09:00:00Z');

    const fresh = await given.upload(manager, 'b');

    expect(files()).toEqual([fresh]);
    const { errors } = await api
      .as(manager)
      .ask(PREVIEW, { input: { uploadId: old, kind: 'TICKETS', serviceId: service.id } });
    expect(errors).toMatchObject([{ extensions: { code: 'FILE_GONE' } }]);
  });

  it('is in the audit, and refused when too much of its sender waits to be imported', async () => {
    const sender = await given.person({ roles: ['serviceManager'] });
    const large = () => post(sender).send(Buffer.alloc(1_048_576));
    const ids = [];
    for (let i = 0; i < 4; i += 1) ids.push((await large()).body.id);
    const kept = files();

    const refused = await post(sender).send(Buffer.from('a'));

    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([
      {
        code: 'QUOTA_REACHED',
        message:
          'Your files that wait to be imported may take 4 MiB together, and 4 MiB are taken; import one of them, or wait until it expires.',
      },
    ]);
    expect(files()).toEqual(kept);
    expect((await post().send(Buffer.from('a'))).status).toBe(201);
    const audit = await api.dataSource.query(
      `SELECT subject_id AS id, after ->> 'bytes' AS bytes FROM audit_entry WHERE action = 'file.uploaded' AND actor_id = $1 ORDER BY id`,
      [sender.id],
    );
    expect(audit).toHaveLength(4);
    expect(audit).toEqual(expect.arrayContaining(ids.map((id) => ({ id, bytes: '1048576' }))));
  });

  it('leaves nothing behind when its sender breaks off', async () => {
    const kept = files();

    await brokenOff();

    expect(files()).toEqual(kept);
  });
});

function sending() {
  const headers = { cookie: manager.cookie!, 'content-type': 'application/octet-stream', 'x-accord-client': 'test' };
  return httpRequest(api.anonymously().get('/uploads').url, { method: 'POST', headers });
}

/** Megabytes of which the sender does not say how many they are. @returns The status of the answer. */
function sentInChunks(megabytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = sending().on('error', reject);
    request.on('response', (response) => resolve(response.resume().statusCode!));
    for (let i = 0; i < megabytes; i += 1) request.write(Buffer.alloc(1_048_576));
    request.end();
  });
}

/** Resolves when the server has noticed. */
function brokenOff(): Promise<void> {
  return new Promise((resolve) => {
    const request = sending().on('error', () => {});
    request.write(Buffer.alloc(1_000), () => request.destroy());
    request.on('close', () => resolve());
  });
}
