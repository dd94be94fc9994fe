import fs from 'node:fs';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const admin = await given.person({ roles: ['administrator'] });

it('logs where and why the database refused a row, and nothing of the row', async () => {
  await api.dataSource.query('ALTER TABLE credential ADD CONSTRAINT credential_broken CHECK (false) NOT VALID');
  const lines: string[] = [];
  const { writeSync } = fs;
  fs.writeSync = (...written: unknown[]) => lines.push(String(written[1]));
  const input = { name: 'Ada Lovelace', email: 'ada.lovelace@example.com', password: 'a long enough secret' };

  const { errors } = await api
    .as(admin)
    .ask('mutation ($input: AddPersonInput!) { addPerson(input: $input) { errors { code } } }', { input })
    .finally(() => (fs.writeSync = writeSync));

  const correlationId = String(errors![0]!.extensions.correlationId);
  const line = lines.find((text) => text.includes(correlationId))!;
  expect(JSON.parse(line).err).toMatchObject({
    code: '23514',
    constraint: 'credential_broken',
    table: 'credential',
    query: expect.stringContaining('INSERT INTO "credential"'),
  });
  expect(line).not.toMatch(/Failing row|argon2|ada\.lovelace|long enough secret/);
});
