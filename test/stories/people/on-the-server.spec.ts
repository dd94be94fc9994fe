import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FirstAdministrators } from '@accord/api/people/first-administrators.js';
import { startStory } from '../../builders/index.js';
import { accordProgram } from '../../platform/accord-program.js';
import { SIGN_IN } from './documents.js';

const { api, given } = await startStory();
// The command line is a process of its own, with the clock of the machine.
api.clock.set(new Date().toISOString());
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'accord-story-'));

/** The command line as whoever runs the server calls it, on the database of this story. */
function accord(...args: string[]): Promise<{ code: number; out: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATABASE_URL: api.url, NODE_ENV: 'test', ACCORD_DATA_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--no-warnings', ...accordProgram('cli'), ...args], { cwd: root, env }, (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    );
  });
}

const rolesOf = async ({ id }: { id: string }) => (await given.act({ id })).viewer.roles.map(({ role }) => role);
const auditOf = (action: string) =>
  api.dataSource.query('SELECT actor_id, reason, mode FROM audit_entry WHERE action = $1', [action]);

it('gives an administrator who forgot theirs a new password', async () => {
  const administrator = await given.person({
    email: 'ada@example.org',
    roles: ['administrator'],
    password: 'forgotten it',
  });

  const { code, out } = await accord('reset-password', 'ADA@example.org', '--reason', 'Ada asked at the desk.');

  expect(code).toBe(0);
  const password = /is (\S+)$/m.exec(out)![1];
  const { signIn } = await api.anonymously().run(SIGN_IN, { input: { email: administrator.email, password } });
  expect(signIn.errors).toEqual([]);
  expect(await auditOf('person.passwordReset')).toEqual([
    { actor_id: null, reason: 'Ada asked at the desk.', mode: 'operator' },
  ]);
});

it('appoints an administrator where only one is left, and never a third', async () => {
  const successor = await given.person({ email: 'bea@example.org' });
  const third = await given.person({ email: 'cas@example.org' });

  const { code, out } = await accord('appoint-administrator', 'bea@example.org', '--reason', 'Dan has left.');
  expect([code, out]).toEqual([0, `${successor.name} is an administrator now.\n`]);
  expect(await rolesOf(successor)).toEqual(['administrator']);
  expect(await auditOf('roleAssignment.approved')).toEqual([
    { actor_id: null, reason: 'Dan has left.', mode: 'operator' },
  ]);

  const again = api.get(FirstAdministrators).appointOnServer(api.clock.now(), 'cas@example.org', 'One more.');
  await expect(again).rejects.toThrow('There are two administrators: one proposes a third, the other approves.');
  expect(await rolesOf(third)).toEqual([]);
});
