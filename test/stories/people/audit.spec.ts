import { startStory } from '../../builders/index.js';
import { END_PERSON } from './documents.js';

const { api, given } = await startStory();
const administrator = await given.person({ name: 'Zoe', roles: ['administrator'] });

const AUDIT = /* GraphQL */ `
  query ($subjectId: ID, $subjectType: String, $first: Int, $after: String) {
    audit(subjectId: $subjectId, subjectType: $subjectType, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          action
          actor {
            name
          }
          before
          after
          reason
        }
      }
    }
  }
`;
const CHANGE =
  'mutation ($id: ID!, $input: ChangePersonInput!) { changePerson(id: $id, input: $input) { errors { code } } }';

it('tells who changed what, from what to what, newest first, page by page', async () => {
  const ada = await given.person({ name: 'Ada' });
  for (const name of ['Ada B', 'Ada C', 'Ada D'])
    await api.as(administrator).run(CHANGE, { id: ada.id, input: { name } });

  const page = (after: string | null) => api.as(administrator).run(AUDIT, { subjectId: ada.id, first: 2, after });
  const { audit: newest } = await page(null);
  const { audit: oldest } = await page(newest.pageInfo.endCursor);

  const changes = [...newest.edges, ...oldest.edges].map(({ node }) => [
    node.actor?.name ?? null,
    node.action,
    JSON.parse(node.before)?.name ?? null,
    JSON.parse(node.after).name,
  ]);
  expect(changes).toEqual([
    ['Zoe', 'person.changed', 'Ada C', 'Ada D'],
    ['Zoe', 'person.changed', 'Ada B', 'Ada C'],
    ['Zoe', 'person.changed', 'Ada', 'Ada B'],
    [null, 'person.added', null, 'Ada'],
  ]);
  expect([newest.pageInfo.hasNextPage, oldest.pageInfo.hasNextPage]).toEqual([true, false]);
});

it('cannot be changed, not even in the database', async () => {
  for (const statement of [
    `UPDATE audit_entry SET reason = 'Nothing.'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ]) {
    await expect(api.dataSource.query(statement)).rejects.toThrow('audit_entry is append-only');
  }
});

it('is empty for whoever may not read it', async () => {
  const manager = await given.person({ roles: ['serviceManager', 'btOffice'] });

  expect((await api.as(manager).run(AUDIT)).audit.edges).toEqual([]);
});

it('keeps the end of every role and place in a team of somebody who leaves', async () => {
  const [administrator, leaving] = [
    await given.person({ roles: ['administrator'] }),
    await given.person({ roles: ['executive'] }),
  ];
  await given.person({ roles: ['administrator'] });
  await given.membership(await given.team(), leaving);

  await api.as(administrator).run(END_PERSON, { id: leaving.id, reason: 'Retired.' });

  const rows: { action: string; reason: string; ended: boolean }[] = await api.dataSource.query(
    `SELECT action, reason, before IS DISTINCT FROM after AND before IS NOT NULL AS ended FROM audit_entry
     WHERE actor_id = $1 AND (after ->> 'personId' = $2 OR subject_id = $2) ORDER BY action`,
    [administrator.id, leaving.id],
  );
  expect(rows).toEqual([
    { action: 'person.ended', reason: 'Retired.', ended: true },
    { action: 'roleAssignment.ended', reason: 'Retired.', ended: true },
    { action: 'team.memberEnded', reason: 'Retired.', ended: true },
  ]);
});

it('names what was changed and what it refers to, in the same number of statements however much that is', async () => {
  const NAMES =
    'query ($id: ID, $first: Int) { audit(subjectId: $id, first: $first) { edges { node { subjectType subjectName names { id name } } } } }';
  const unit = await given.unit({ name: 'Retail' });
  const bea = await given.person({ name: 'Bea' });
  await api.as(administrator).run(CHANGE, { id: bea.id, input: { unitId: unit.id } });
  const commitment = await given.commitment({ name: 'Uptime' });

  const [changed] = (await api.as(administrator).run(NAMES, { id: bea.id })).audit.edges;
  expect(changed.node).toEqual({
    subjectType: 'person',
    subjectName: 'Bea',
    names: expect.arrayContaining([
      { id: unit.id, name: 'Retail' },
      { id: bea.id, name: 'Bea' },
    ]),
  });
  const put = (await api.as(administrator).run(NAMES, { id: commitment.agreementId })).audit.edges;
  expect(
    put.flatMap(({ node }: { node: { names: { name: string }[] } }) => node.names.map(({ name }) => name)),
  ).toContain(
    `${(await api.dataSource.query('SELECT name FROM service WHERE id = $1', [commitment.serviceId]))[0].name}: Uptime`,
  );
  const ask = (first: number) => api.statementsOf(() => api.as(administrator).run(NAMES, { id: null, first }));
  expect((await ask(50)).length).toBe((await ask(1)).length);
});
