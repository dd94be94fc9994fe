import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const SIGN_IN = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) {
      viewer { person { name email } viewerCanManagePeople }
      errors { code field message }
    }
  }
`;
const WHO = '{ session { viewer { person { name } roles { role scopeName } } } }';
const PASSWORD = 'correct horse battery';

const signIn = (email: string, password = PASSWORD, cookie: string | null = null) =>
  api.as({ cookie }).post('/graphql').send({ query: SIGN_IN, variables: { input: { email, password } } });

const cookieOf = (response: { headers: Record<string, unknown> }) =>
  (response.headers['set-cookie'] as string[] | undefined)?.[0] ?? null;

it('lets somebody in with e-mail address and password, in a session that the browser keeps to itself', async () => {
  await given.person({ name: 'Ada Adams', email: 'ada@example.org', password: PASSWORD, roles: ['administrator'] });

  const response = await signIn(' Ada@Example.org ');

  expect(response.body.data.signIn).toEqual({
    viewer: { person: { name: 'Ada Adams', email: 'ada@example.org' }, viewerCanManagePeople: true },
    errors: [],
  });
  expect(cookieOf(response)).toMatch(/^accord=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
});
