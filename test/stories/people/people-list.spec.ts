import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const PEOPLE = /* GraphQL */ `
  query ($search: String, $first: Int, $after: String) {
    people(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          email
          roles {
            role
          }
        }
      }
    }
  }
`;
const administrator = await given.person({ name: 'Zoe', roles: ['administrator'] });
for (const name of ['Émile', 'Anna', 'ben', 'Élise', 'Ärla']) await given.person({ name });

interface Page {
  edges: { node: { name: string } }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const names = ({ edges }: Pick<Page, 'edges'>) => edges.map(({ node }) => node.name);

it('lists people by name as people sort them, page by page', async () => {
  const read: string[] = [];
  let after: string | null = null;
  do {
    const { people }: { people: Page } = await api.as(administrator).run(PEOPLE, { first: 2, after });
    expect(people.totalCount).toBe(6);
    read.push(...names(people));
    after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
  } while (after);

  expect(read).toEqual(['Anna', 'Ärla', 'ben', 'Élise', 'Émile', 'Zoe']);
});

it('finds a person by a part of the name, whatever the signs in it', async () => {
  expect(names((await api.as(administrator).run(PEOPLE, { search: 'nn' })).people)).toEqual(['Anna']);
  expect(names((await api.as(administrator).run(PEOPLE, { search: '%' })).people)).toEqual([]);
});

it('asks the database as often for many people as for few', async () => {
  const few = await api.statementsOf(() => api.as(administrator).run(PEOPLE, { first: 1 }));
  const many = await api.statementsOf(() => api.as(administrator).run(PEOPLE, { first: 50 }));

  expect(many).toHaveLength(few.length);
});

it('shows a provider contact nobody but themselves, and an auditor who has which role', async () => {
  const id = (await given.provider()).id;
  const contact = await given.person({ name: 'Out', roles: [{ role: 'providerContact', kind: 'provider', id }] });

  expect(names((await api.as(contact).run(PEOPLE)).people)).toEqual(['Out']);
  const { person } = await api
    .as(contact)
    .run('query ($id: ID!) { person(id: $id) { name } }', { id: administrator.id });
  expect(person).toBeNull();

  const auditor = await given.person({ roles: ['auditor'] });
  const { people } = await api.as(auditor).run(PEOPLE, { search: 'Zoe' });
  expect(people.edges[0].node.roles).toEqual([{ role: 'ADMINISTRATOR' }]);
  const colleague = await given.person();
  expect((await api.as(colleague).run(PEOPLE, { search: 'Zoe' })).people.edges[0].node.roles).toBeNull();
});

it('adds a person once, whatever the letters of the address', async () => {
  const ADD =
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { person { email } errors { code field } } }';
  const add = (email: string) =>
    api.as(administrator).run(ADD, { input: { name: 'New', email, password: 'correct horse battery' } });

  expect((await add('New@Example.org')).addPerson).toEqual({ person: { email: 'new@example.org' }, errors: [] });
  expect((await add('new@EXAMPLE.org')).addPerson.errors).toEqual([{ code: 'EMAIL_TAKEN', field: ['email'] }]);
  expect((await add('no address')).addPerson.errors).toEqual([{ code: 'EMAIL_MALFORMED', field: ['email'] }]);
});
