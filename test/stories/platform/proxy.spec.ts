import { startStory } from '../../builders/index.js';

const alone = await startStory([], { ACCORD_DEMO: 'true' });
const behindOne = await startStory([], { ACCORD_DEMO: 'true', TRUST_PROXY: '1' });
const behindAnother = await startStory([], { TRUST_PROXY: '10.0.0.0/8' });

const GUESS = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }';
const DEMO_PEOPLE = '{ session { demoPeople { id } } }';
const AS_DEMO = 'mutation ($id: ID!) { signInAsDemoPerson(personId: $id) { errors { code } } }';

type Story = typeof alone;

function ask({ api }: Story, query: string, variables: object, headers: Record<string, string>) {
  return api.anonymously().post('/graphql').set(headers).send({ query, variables });
}

let guesses = 0;
async function guessFrom(story: Story, forwardedFor: string): Promise<string> {
  const input = { email: `guess-${++guesses}@example.org`, password: 'a guess' };
  const { body } = await ask(story, GUESS, { input }, { 'x-forwarded-for': forwardedFor });
  return body.data.signIn.errors[0].code;
}

async function codesOf(count: number, guess: (n: number) => Promise<string>): Promise<Set<string>> {
  const codes = new Set<string>();
  for (let n = 0; n < count; n++) codes.add(await guess(n));
  return codes;
}

describe('slowing down guesses', () => {
  it('believes a trusted proxy about who asks: one address waits, another does not', async () => {
    await codesOf(61, () => guessFrom(behindOne, '203.0.113.7'));

    expect(await guessFrom(behindOne, '203.0.113.7')).toBe('TOO_MANY_ATTEMPTS');
    expect(await guessFrom(behindOne, '203.0.113.8')).toBe('WRONG_CREDENTIALS');
    // What the sender put there itself stands before what the proxy adds.
    expect(await guessFrom(behindOne, '198.51.100.1, 203.0.113.7')).toBe('TOO_MANY_ATTEMPTS');
  });

  it.each([
    ['nobody is trusted', alone],
    ['it is not one of the trusted addresses', behindAnother],
  ])('does not believe what anybody may write where %s', async (_, story) => {
    const codes = await codesOf(62, (n) => guessFrom(story, `203.0.113.${n}`));

    expect(codes).toContain('TOO_MANY_ATTEMPTS');
  });
});

describe('stepping in as a demo person with one click', () => {
  const offered = async (story: Story, headers: Record<string, string> = {}) => {
    const { body } = await ask(story, DEMO_PEOPLE, {}, headers);
    return body.data.session.demoPeople as { id: string }[];
  };

  it('is for this machine only: a request that a proxy brings is not, whatever it claims', async () => {
    await alone.given.demo();
    const { id } = await alone.given.person({ demoJob: 'Administrator', roles: ['administrator'] });
    expect(await offered(alone)).toEqual([{ id }]);

    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1;host=localhost' },
      { 'x-real-ip': '::1' },
      { 'x-forwarded-host': 'localhost' },
      { via: '1.1 localhost' },
    ] as Record<string, string>[]) {
      expect(await offered(alone, headers)).toEqual([]);
      const { body } = await ask(alone, AS_DEMO, { id }, headers);
      expect(body.data.signInAsDemoPerson.errors).toEqual([{ code: 'NOT_FOUND' }]);
    }
  });

  it('is not offered at all behind a proxy', async () => {
    await behindOne.given.demo();
    const { id } = await behindOne.given.person({ demoJob: 'Administrator', roles: ['administrator'] });

    for (const headers of [{}, { 'x-forwarded-for': '127.0.0.1' }] as Record<string, string>[]) {
      expect(await offered(behindOne, headers)).toEqual([]);
      const { body } = await ask(behindOne, AS_DEMO, { id }, headers);
      expect(body.data.signInAsDemoPerson.errors).toEqual([{ code: 'NOT_FOUND' }]);
    }
  });
});
