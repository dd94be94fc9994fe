import { approversOf } from './approvers.js';

const PATH = ['team', 'division', 'root'];
const owner = (personId: string, unitId: string | null) => ({ personId, unitId });

describe('approversOf', () => {
  it.each([
    ['the owners of the unit itself', [owner('a', 'team'), owner('b', 'team'), owner('c', 'root')], [], ['a', 'b']],
    ['the next unit up that has one', [owner('c', 'division'), owner('d', 'root')], [], ['c']],
    ['the next one who is not concerned', [owner('a', 'team'), owner('c', 'root')], ['a'], ['c']],
    ['those of the whole organisation last', [owner('o', null)], [], ['o']],
    ['nobody beside the path', [owner('x', 'elsewhere')], [], []],
    ['nobody who is concerned', [owner('a', 'team'), owner('b', null)], ['a', 'b'], []],
    ['each once', [owner('a', 'team'), owner('a', 'team')], [], ['a']],
  ])('names %s', (_, owners, concerned, expected) => {
    expect(approversOf(PATH, owners, concerned)).toEqual(expected);
  });
});
