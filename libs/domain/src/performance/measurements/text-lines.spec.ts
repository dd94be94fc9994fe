import fc from 'fast-check';
import { TextLines } from './text-lines.js';

function linesOf(pieces: readonly string[]) {
  const lines = new TextLines();
  return [...pieces.flatMap((piece) => lines.read(piece)), ...lines.end()];
}

it('finds the same lines however the text comes in pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      expect(linesOf(pieces)).toEqual(text.split('\n').filter((line, i, all) => line !== '' || i < all.length - 1));
    }),
    { numRuns: 100 },
  );
});

it('keeps nothing of a line that is too long, and goes on behind it', () => {
  const long = 'x'.repeat(65_537);

  expect(linesOf([`a\n${long}`, long, '\nb'])).toEqual(['a', null, 'b']);
  expect(linesOf([`${long}\nb\n`])).toEqual([null, 'b']);
  expect(linesOf([long, long])).toEqual([null]);
});
