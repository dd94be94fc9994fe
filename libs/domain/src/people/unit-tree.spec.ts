import fc from 'fast-check';
import { assertKeepsTree } from './unit-tree.js';

const TREE = new Map([
  ['top', null],
  ['middle', 'top'],
  ['bottom', 'middle'],
  ['other', null],
]);

it('lets a unit move below another one, or to the top', () => {
  expect(() => assertKeepsTree('bottom', 'other', TREE)).not.toThrow();
  expect(() => assertKeepsTree('middle', null, TREE)).not.toThrow();
  expect(() => assertKeepsTree('new', 'bottom', TREE)).not.toThrow();
});

it('lets no unit stand below itself, nor below an unknown one', () => {
  expect(() => assertKeepsTree('top', 'bottom', TREE)).toThrow('below itself');
  expect(() => assertKeepsTree('top', 'top', TREE)).toThrow('below itself');
  expect(() => assertKeepsTree('top', 'nowhere', TREE)).toThrow('no such unit');
});

it('keeps every walk up finite, whatever moves are tried', () => {
  const unit = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, fc.option(unit))), (moves) => {
      const parentOf = new Map<string, string | null>(Array.from({ length: 10 }, (_, n) => [String(n), null]));
      for (const [id, parentId] of moves) {
        try {
          assertKeepsTree(id, parentId, parentOf);
          parentOf.set(id, parentId);
        } catch {
          // Refused: the tree stays as it is.
        }
      }
      for (const id of parentOf.keys()) {
        let [steps, above] = [0, parentOf.get(id) ?? null];
        for (; above !== null && steps <= 10; steps++) above = parentOf.get(above) ?? null;
        expect(steps).toBeLessThanOrEqual(10);
      }
    }),
  );
});
