import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-codec';
import { day, flag, list, listOf, oneOf, period, searchSchema, text, zone } from './search-params';

const parse = searchSchema({
  q: text(),
  line: listOf(['SECURITY', 'NETWORK']),
  provider: list(),
  sort: oneOf(['NAME', 'USE']),
  until: period(),
  from: day(),
  ended: flag(),
});

describe('an address', () => {
  it('reads back what it was written from', () => {
    const state = {
      q: 'mail & more',
      line: ['SECURITY' as const, 'NETWORK' as const],
      provider: ['a', 'b'],
      sort: 'NAME' as const,
      until: '2026-Q1',
      from: '2026-03-01',
      ended: true as const,
    };
    expect(parse(parseSearch(stringifySearch(state)))).toEqual(state);
  });

  it('is short: defaults are not written', () => {
    expect(stringifySearch({ q: undefined, line: [], sort: '', ended: false })).toBe('');
    expect(stringifySearch({ q: 'two words', line: ['A', 'B'] })).toBe('?q=two+words&line=A,B');
  });

  it('never breaks a page: what cannot be used counts as not given', () => {
    expect(
      parse({ q: '  ', line: 'NO,SECURITY', sort: 'x', until: '2026-13', from: 'soon', ended: 'yes', stranger: '1' }),
    ).toEqual({
      line: ['SECURITY'],
    });
    expect(parse({ q: { $gt: 1 }, line: 7 })).toEqual({});
    expect(parse({ from: '2026-02-30' })).toEqual({});
  });

  it('drops what nobody can have typed: control characters and halves of pairs', () => {
    expect(parse(parseSearch('?q=%00'))).toEqual({});
    expect(parse({ ...parseSearch('?q=ma%00il%07'), provider: 'a\0,\ud800' })).toEqual({ q: 'mail', provider: ['a'] });
  });

  it('keeps a search that looks like a number or a list as it was typed', () => {
    expect(parse(parseSearch('?q=007,8'))).toEqual({ q: '007,8' });
  });
});

it('takes a zone that there is, and nothing else', () => {
  expect(zone()('Europe/Berlin')).toBe('Europe/Berlin');
  expect(['Mars/Olympus', '', 5, undefined].map(zone())).toEqual([undefined, undefined, undefined, undefined]);
});
