import fc from 'fast-check';
import { namedTwice } from './named-twice.js';

const twiceIn = (text: string) => namedTwice(text, JSON.parse(text) as object);

it.each([
  ['{"a":1,"a":1}', 'a'],
  ['{"a" :1,"b":2 , "a"\t: 3}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"b":{"1":2,"1":2},"a":1}', '1'],
  ['{"a":[{"x":{"y":1,"z":2,"y":3}}]}', 'y'],
  [String.raw`{"a":"\\","a":"\""}`, 'a'],
  [String.raw`{"\"":1,"\"":2}`, '"'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('a name that stands twice in an object is found: %s', (text, name) => expect(twiceIn(text)).toBe(name));

it.each([
  '{}',
  '{"a":{"a":1},"b":{"a":2}}',
  '{"a":[{"a":1},{"a":2},"a","a"]}',
  '{"a":"\\"a\\":1,\\"a\\":2","b":"a"}',
  '{"a":"{\\"b\\":","b":"\\\\"}',
])('a name that stands once in each object is none: %s', (text) => expect(twiceIn(text)).toBeNull());

it('finds nothing in what is written from an object, and a name that is added to it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1 }), (row) => {
      const text = JSON.stringify(row);
      const name = Object.keys(row)[0]!;
      expect(twiceIn(text)).toBeNull();
      expect(twiceIn(`{${JSON.stringify(name)}:1,${text.slice(1)}`)).toBe(name);
    }),
  );
});
