import { setImmediate as next } from 'node:timers/promises';
import { Followed } from './followed.js';

const followed = new Followed<string>();

async function seenTwice(): Promise<(string | undefined)[]> {
  const before = followed.value;
  await next();
  return [before, followed.value];
}

it('is known to its own work alone, however many are on their way', async () => {
  const [one, two, outside] = await Promise.all([
    followed.during('one', seenTwice),
    followed.during('two', async () => [...(await seenTwice()), ...(await followed.during('within', seenTwice))]),
    seenTwice(),
  ]);

  expect(one).toEqual(['one', 'one']);
  expect(two).toEqual(['two', 'two', 'within', 'within']);
  expect(outside).toEqual([undefined, undefined]);
});

it('is known again to work that comes later, also after work that failed', async () => {
  await expect(followed.during('lost', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');

  expect(followed.value).toBeUndefined();
  expect(await followed.during('later', seenTwice)).toEqual(['later', 'later']);
});
