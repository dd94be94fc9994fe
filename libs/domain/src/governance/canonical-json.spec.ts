import { canonicalJSON } from './canonical-json.js';

describe('the canonical text', () => {
  it('is the same for equal values, however they were put together', () => {
    const text = '{"a":[1,"2.50",null],"b":{"c":true,"ä":"\\""}}';

    expect(canonicalJSON({ b: { ä: '"', c: true }, a: [1, '2.50', null] })).toBe(text);
    expect(canonicalJSON(JSON.parse(text))).toBe(text);
  });

  it('refuses figures that are not exact', () => {
    for (const inexact of [0.1, NaN, Infinity, 2 ** 53]) expect(() => canonicalJSON({ inexact })).toThrow(RangeError);
  });
});
