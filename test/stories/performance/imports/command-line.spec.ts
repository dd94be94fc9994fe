import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT_IN_PROFILES } from '@accord/domain';
import { startStory } from '../../../builders/index.js';
import { accordProgram } from '../../../platform/accord-program.js';

const { api, given } = await startStory();
await given.person({ name: 'Mia Manager', email: 'mia@example.org', roles: ['serviceManager'] });
await given.person({ email: 'ron@example.org', roles: ['requester'] });
await given.service({ slug: 'mail' });

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'accord-story-'));
const ROWS = 40_000;

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** The command line as people run it, on the database of this story. */
function accord(...args: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATABASE_URL: api.url, NODE_ENV: 'test', ACCORD_DATA_DIR: folder, INIT_CWD: folder };
  const child = spawn(process.execPath, ['--no-warnings', ...accordProgram('cli'), 'import', ...args], {
    cwd: root,
    env,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out, err })),
  );
  return { child, ended };
}

const events = async () => (await api.dataSource.query('SELECT count(*)::int AS n FROM ticket_event'))[0].n;

describe('npm run accord -- import', () => {
  it('imports a file next to the person who calls, by a profile of their own, and reports', async () => {
    file('ours.json', JSON.stringify(BUILT_IN_PROFILES[0]!.definition));
    file('log.csv', given.eventLog([{ number: 'CLI1' }, { number: 'CLI2', impact: 'huge' }]));

    const { code, out } = await accord(
      'tickets',
      'log.csv',
      '--profile',
      'ours.json',
      '--service',
      'mail',
      '--as',
      'mia@example.org',
    ).ended;

    expect(code).toBe(0);
    expect(out).toContain('log.csv → ours: 2 rows read: 1 stored, 0 known already, 1 refused, 0 without a service.');
    expect(out).toContain('line 3, impact "huge": is not a value that the profile knows');
  });

  it.each([
    [
      'nobody',
      ['--profile', 'servicenow-incident-log', '--service', 'mail', '--as', 'no@example.org'],
      'Nobody here has the e-mail address no@example.org.',
    ],
    [
      'a requester',
      ['--profile', 'servicenow-incident-log', '--service', 'mail', '--as', 'ron@example.org'],
      'You may not import tickets.',
    ],
    [
      'an unknown service',
      ['--profile', 'servicenow-incident-log', '--service', 'post', '--as', 'mia@example.org'],
      'There is no service "post".',
    ],
    [
      'an unknown profile',
      ['--profile', 'ours', '--service', 'mail', '--as', 'mia@example.org'],
      'There is no such import profile.',
    ],
  ])('refuses %s in one sentence', async (_, options, sentence) => {
    const { code, out, err } = await accord('tickets', file('log.csv', given.eventLog([])), ...options).ended;

    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `${sentence}\n` });
  });

  it('goes on where it was killed when the command is repeated', async () => {
    const path = file('long.csv', given.eventLog(Array.from({ length: ROWS }, (_, i) => ({ number: `KILL${i}` }))));
    const command = [
      'tickets',
      path,
      '--profile',
      'servicenow-incident-log',
      '--service',
      'mail',
      '--as',
      'mia@example.org',
    ];
    const before = await events();
    const first = accord(...command);
    first.child.stderr.once('data', () => first.child.kill('SIGKILL'));
    await first.ended;
    const stored = (await events()) - before;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(ROWS);

    const { code, out, err } = await accord(...command).ended;

    expect(code).toBe(0);
    expect(err).toContain('of the interrupted import.');
    expect(out).toContain(`${ROWS.toLocaleString('en')} rows read: ${ROWS.toLocaleString('en')} stored`);
    expect((await events()) - before).toBe(ROWS);
  });
});
