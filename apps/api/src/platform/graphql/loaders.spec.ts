import { setTimeout as after } from 'node:timers/promises';
import { defineLoader, Loaders, type LoaderScope } from './loaders.js';

describe('loaders of a request', () => {
  it('ask once for what two chains of unequal speed come to', async () => {
    const batches: (readonly string[])[] = [];
    const quick = defineLoader<string, string>(async (keys) => keys);
    const slow = defineLoader<string, string>(async (keys) => after(20, keys));
    const last = defineLoader<string, string>(async (keys) => {
      batches.push(keys);
      return keys;
    });
    const loaders = new Loaders({} as LoaderScope);
    const chain = async (first: typeof quick, key: string) => loaders.load(last, await loaders.load(first, key));

    expect(await Promise.all([chain(quick, 'a'), chain(slow, 'b')])).toEqual(['a', 'b']);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('go on after one that failed, and ask again in a later round', async () => {
    const failing = defineLoader<string, string>(async () => Promise.reject(new Error('away')));
    const fine = defineLoader<string, string>(async (keys) => keys);
    const loaders = new Loaders({} as LoaderScope);

    await expect(loaders.load(failing, 'a')).rejects.toThrow('away');
    expect(await loaders.load(fine, 'a')).toBe('a');
    expect(await loaders.load(fine, 'b')).toBe('b');
  });
});
