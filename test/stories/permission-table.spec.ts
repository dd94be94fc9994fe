import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startStory } from '../builders/index.js';
import { temporaryFolder } from '../platform/server-process.js';
import { TOKEN_SCOPES } from '@accord/domain';
import { askTogether, isMutation, type Call } from './permission-table/call.js';
import { Hearing } from './permission-table/hearing.js';
import { makePersonas } from './permission-table/personas.js';
import { nouns } from './permission-table/rows.js';
import { readTable, writeTable, type Cells } from './permission-table/table.js';
import { readTokenTable, writeTokenTable } from './permission-table/token-table.js';
import { makePlace, type World } from './permission-table/world.js';

const isRewritten = process.env.UPDATE_PERMISSION_TABLE === 'true';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const { schema } = api.get(GraphQLSchemaHost);
const [home, away] = [await makePlace(given), await makePlace(given)];
const personas = await makePersonas(given, home, away);
await given.person({ name: 'Somebody to be found' });
const world: World = { api, given, home, away };

const committed = readTable();
const hearing = new Hearing(schema, world, personas, isRewritten ? new Map() : committed);

const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type!.getFields()));
const written = new Map<string, Map<string, Cells>>();

it('has a row for every query and mutation of the schema, and none besides', () => {
  const rows = new Set(Object.values(nouns).flatMap((noun) => Object.keys(noun)));
  const called = new Set([...rows].map((name) => name.split('.')[0]!));

  expect(operations.filter((name) => !rows.has(name))).toEqual([]);
  expect([...called].filter((name) => !operations.includes(name))).toEqual([]);
});

describe.each(Object.entries(nouns))('%s', (noun, rows) => {
  beforeAll(() => hearing.hear(rows), 60_000);

  it.each(Object.entries(rows))('%s', async (name, row) => {
    const cells = await hearing.cellsOf(name, row);

    written.set(noun, (written.get(noun) ?? new Map()).set(name, cells));
    if (!isRewritten) expect(cells).toEqual(committed.get(name));
  });
});

it('is the committed table, row by row', () => {
  if (isRewritten) writeTable(written);
  expect([...readTable().keys()]).toEqual(Object.values(nouns).flatMap((rows) => Object.keys(rows)));
});

it('lets access tokens in for what their scope names, and for nothing else', async () => {
  const person = await given.person({ roles: ['administrator'] });
  const calls: Call[] = [];
  for (const [operation, row] of Object.values(nouns).flatMap((rows) => Object.entries(rows))) {
    if (!operation.includes('.')) calls.push({ operation, args: (await row.arguments?.(world, person)) ?? {} });
  }
  const open = new Map<string, string[]>(calls.map(({ operation }) => [operation, []]));
  for (const scope of TOKEN_SCOPES) {
    const client = api.as(await given.token(person, [scope]));
    for (const isWriting of [false, true]) {
      const asked = calls.filter(({ operation }) => isMutation(schema, operation) === isWriting);
      const said = await askTogether(schema, client, asked);
      for (const [{ operation }, { errors }] of said) {
        const isLetIn = !errors.some(({ message }) => message === 'This access token is not for that.');
        if (isLetIn) open.get(operation)!.push(scope);
      }
    }
  }
  const scopes = Object.fromEntries([...open].map(([name, some]) => [name, some.join(', ') || '–']));
  if (isRewritten) writeTokenTable(scopes);

  expect(scopes).toEqual(readTokenTable());
}, 120_000);
