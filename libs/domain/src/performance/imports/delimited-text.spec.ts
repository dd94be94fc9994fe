import fc from 'fast-check';
import { DelimitedText } from './delimited-text.js';

const read = (text: string, size = text.length || 1) => {
  const reader = new DelimitedText(',');
  const records = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.read(text.slice(at, at + size)));
  return [...records, ...reader.end()];
};
const BROKEN = 'has a quoted value that does not end, or goes on after its end';

describe('reading delimited text', () => {
  it('takes lines apart, with the number of the line on which each record begins', () => {
    expect(read('a,b\r\n1,\n\n"x, ""y""\nz",3\n,')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', ''] },
      { line: 4, cells: ['x, "y"\nz', '3'] },
      { line: 6, cells: ['', ''] },
    ]);
  });

  it('takes a quote within an unquoted cell for text', () => {
    expect(read('5" pipe,1')).toEqual([{ line: 1, cells: ['5" pipe', '1'] }]);
  });

  it.each([
    ['goes on after its end', 'a\n"2"x\n3\n4'],
    ['never ends', 'a\n"2\n3\n4'],
    ['never ends, although others do', 'a\n"2\n3\n"4"'],
  ])('loses only the line whose quoted value %s', (_, text) => {
    expect(read(text)).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, fault: BROKEN },
      { line: 3, cells: ['3'] },
      { line: 4, cells: ['4'] },
    ]);
  });

  it('does not look further than 1,000 lines for the end of a quoted value', () => {
    const records = read(`"a\n${'b\n'.repeat(3_000)}`);
    expect(records).toHaveLength(3_001);
    expect(records[0]).toEqual({ line: 1, fault: BROKEN });
    expect(records.at(-1)).toEqual({ line: 3_001, cells: ['b'] });
  });

  it('drops a line that is too long, and goes on', () => {
    const text = `a\n${'x'.repeat(3_000_000)}\nb`;
    expect(read(text, 65_536)).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, fault: 'is longer than 1048576 characters' },
      { line: 3, cells: ['b'] },
    ]);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '🟩') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
  const quoted = (rows: string[][]) =>
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n');

  it('reads back every table that was written by the rules', () => {
    fc.assert(
      fc.property(table, (rows) => expect(read(quoted(rows)).map((row) => 'cells' in row && row.cells)).toEqual(rows)),
    );
  });

  it('reads the same however the text is cut, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (all, size) => expect(read(all, size)).toEqual(read(all))),
    );
  });

  it('accounts for every line that is not empty', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ','), minLength: 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(lines, (all) => {
        const begun = read(all.join('\n')).map(({ line }) => line);
        expect(begun).toEqual([...new Set(begun)].sort((a, b) => a - b));
        expect(begun[0]).toBe(all.length > 0 ? 1 : undefined);
      }),
    );
  });
});
