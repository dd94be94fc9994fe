import { startStory } from '../../builders/index.js';
import { SIGN_IN } from './documents.js';

const { api, given } = await startStory();

const PASSWORD = 'correct horse battery';
const began = api.clock.now().getTime();
const secondsLater = (seconds: number) => api.clock.set(new Date(began + seconds * 1000));

async function errorsOf(email: string, password: string): Promise<{ code: string; message: string }[]> {
  return (await api.anonymously().run(SIGN_IN, { input: { email, password } })).signIn.errors;
}

it('makes each further guess on an account wait longer, known or not, and says until when', async () => {
  await given.person({ email: 'ada@example.org', password: PASSWORD });

  for (const email of ['ada@example.org', 'nobody@example.org']) {
    secondsLater(0);
    for (let n = 0; n < 5; n++) expect(await errorsOf(email, 'a guess')).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
    expect(await errorsOf(email, PASSWORD)).toEqual([
      {
        code: 'TOO_MANY_ATTEMPTS',
        field: [],
        message: 'Too many failed attempts. Try again in 15 seconds, after 09:00:15 UTC.',
      },
    ]);
    secondsLater(15);
    expect(await errorsOf(email, 'a guess')).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
    expect(await errorsOf(email, PASSWORD)).toMatchObject([{ message: expect.stringContaining('in 30 seconds') }]);
  }

  secondsLater(45);
  expect(await errorsOf('ada@example.org', PASSWORD)).toEqual([]);
  for (let n = 0; n < 4; n++) await errorsOf('ada@example.org', 'a guess');
  expect(await errorsOf('ada@example.org', PASSWORD)).toEqual([]);
});

it('does not let guesses through that arrive at the same time', async () => {
  await given.person({ email: 'bea@example.org', password: PASSWORD });

  const answers = await Promise.all(Array.from({ length: 12 }, () => errorsOf('bea@example.org', 'a guess')));

  const codes = answers.map(([error]) => error!.code);
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
  expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(7);
});

it('slows down an address that tries many accounts', async () => {
  secondsLater(7200);
  const codes: string[] = [];
  for (let n = 0; n < 62; n++) codes.push((await errorsOf(`guess-${n}@example.org`, 'a guess'))[0]!.code);

  expect(new Set(codes.slice(0, 61))).toEqual(new Set(['WRONG_CREDENTIALS']));
  expect(codes[61]).toBe('TOO_MANY_ATTEMPTS');
});

it('throttles guessing the current password from a stolen session too', async () => {
  secondsLater(14_400);
  const cleo = await given.person({ password: PASSWORD });
  const guess = async () =>
    (
      await api
        .as(cleo)
        .run('mutation { changePassword(current: "a guess", next: "another long one") { errors { code } } }')
    ).changePassword.errors[0].code;

  const codes = [];
  for (let n = 0; n < 6; n++) codes.push(await guess());

  expect(codes).toEqual([...Array(5).fill('WRONG_PASSWORD'), 'TOO_MANY_ATTEMPTS']);
});
