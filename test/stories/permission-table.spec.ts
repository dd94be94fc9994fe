import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startStory } from '../builders/index.js';
import { temporaryFolder } from '../platform/server-process.js';
import { TOKEN_SCOPES } from '@accord/domain';
import { isAllowed, isMutation, isOpenToToken } from './permission-table/call.js';
import { HOLDERS, makePersonas, type Holder, type Reach } from './permission-table/personas.js';
import type { Row } from './permission-table/row.js';
import { nouns } from './permission-table/rows.js';
import { cellOf, readTable, writeTable, type Cells } from './permission-table/table.js';
import { readTokenTable, writeTokenTable } from './permission-table/token-table.js';
import { makePlace, type World } from './permission-table/world.js';

const isRewritten = process.env.UPDATE_PERMISSION_TABLE === 'true';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const { schema } = api.get(GraphQLSchemaHost);
const [home, away] = [await makePlace(given), await makePlace(given)];
const personas = await makePersonas(given, home, away);
await given.person({ name: 'Somebody to be found' });
const world: World = { api, given, home, away };

const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type!.getFields()));
const written = new Map<string, Map<string, Cells>>();

it('has a row for every query and mutation of the schema, and none besides', () => {
  const rows = new Set(Object.values(nouns).flatMap((noun) => Object.keys(noun)));
  const called = new Set([...rows].map((name) => name.split('.')[0]!));

  expect(operations.filter((name) => !rows.has(name))).toEqual([]);
  expect([...called].filter((name) => !operations.includes(name))).toEqual([]);
});

describe.each(Object.entries(nouns))('%s', (noun, rows) => {
  it.each(Object.entries(rows))('%s', async (name, row) => {
    const cells = await ask(name, row);

    written.set(noun, (written.get(noun) ?? new Map()).set(name, cells));
    if (!isRewritten) expect(cells).toEqual(readTable().get(name));
  });
});

it('is the committed table, row by row', () => {
  if (isRewritten) writeTable(written);
  expect([...readTable().keys()]).toEqual(Object.values(nouns).flatMap((rows) => Object.keys(rows)));
});

it('lets access tokens in for what their scope names, and for nothing else', async () => {
  const person = await given.person({ roles: ['administrator'] });
  const tokens = await Promise.all(
    TOKEN_SCOPES.map(async (scope) => [scope, await given.token(person, [scope])] as const),
  );
  const scopes: Record<string, string> = {};
  for (const [name, row] of Object.values(nouns).flatMap((rows) => Object.entries(rows))) {
    if (name.includes('.')) continue;
    const args = (await row.arguments?.(world, person)) ?? {};
    const open: string[] = [];
    for (const [scope, token] of tokens) {
      if (await isOpenToToken(schema, name, world, token, args)) open.push(scope);
    }
    scopes[name] = open.join(', ') || '–';
  }
  if (isRewritten) writeTokenTable(scopes);

  expect(scopes).toEqual(readTokenTable());
}, 120_000);

/** Lets everybody call it, each with a session of their own. */
async function ask(name: string, row: Row): Promise<Cells> {
  const answers = new Map<Holder, Map<Reach, boolean>>(HOLDERS.map((holder) => [holder, new Map()]));
  let args: object | null = null;
  for (const persona of personas) {
    args ??= (await row.arguments?.(world, persona.person)) ?? {};
    const allowed = await isAllowed(schema, name, row, persona, world, args);
    answers.get(persona.holder)!.set(persona.reach, allowed);
    if (row.isPersonal || (allowed && isMutation(schema, name))) args = null;
  }
  return Object.fromEntries([...answers].map(([holder, allowed]) => [holder, cellOf(allowed)])) as Cells;
}
