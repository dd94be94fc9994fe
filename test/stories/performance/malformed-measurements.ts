import { gzipSync } from 'node:zlib';

/** A payload that nothing of may be stored of, and what the answer says about it. */
export interface Malformed {
  name: string;
  type: 'application/x-ndjson' | 'text/csv' | (string & {});
  encoding?: string;
  body: string | Buffer;
  /** Of the one row that is refused; or why the whole is. */
  expected: { field: string | null; reason: RegExp } | { status: number; message: RegExp };
}

const COUNT = {
  service: 'zoom',
  series: 'logins',
  from: '2026-03-01T00:00:00Z',
  to: '2026-03-01T01:00:00Z',
  good: 1,
  total: 2,
};
const VALUES = {
  service: 'zoom',
  series: 'answers',
  unit: 'ms',
  from: '2026-03-01T00:00:00Z',
  to: '2026-03-01T01:00:00Z',
  values: [12, 250.5],
};
const { values: _, ...HISTOGRAM } = VALUES;
const PROBE = { service: 'zoom', at: '2026-03-01T00:00:00Z', up: true };

const NO_INSTANT = /is not an instant with its zone/;
const NO_COUNT = /is not a whole number, 0 or more/;
const MISSING = /is missing/;
const NO_SERVICE = /is not the slug of a service/;

/** Texts that are no instants, or leave their zone open. */
const INSTANTS = [
  'yesterday', '', ' ', '2026-03-01', '2026-03-01T00:00:00', '2026-03-01 00:00:00Z', '2026-03-01T24:00:00Z',
  '2026-03-01T00:60:00Z', '2026-03-01T00:00:60Z', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z',
  '2026-03-00T00:00:00Z', '2025-02-29T00:00:00Z', '2026-03-01T00:00:00+25:00', '2026-03-01T00:00:00+0100',
  '2026-03-01T00:00:00+01', '2026-03-01T00:00:00CET', '2026-03-01T00:00:00 Europe/Berlin', '2026-03-01T00:00:00z',
  '2026-03-01T00:00:00.Z', '2026-03-01T00:00:00,5Z', '2026-03-01T00:00:00.0000000001Z', '1772323200', '1772323200000',
  '01/03/2026 00:00', '2026-W09-7T00:00:00Z', '+002026-03-01T00:00:00Z', '2026-3-1T0:00:00Z', '=NOW()', 'null', 'NaN',
  '２０２６-03-01T00:00:00Z', '2026-03-01T00:00:00+15:00', '2026-03-01T00:00:00-01:60', '2026-03-01T00:00:00Z ',
  '2026-03-01T00:0x:00Z', '2026-03-01T00:00:9xZ', `2026-03-01T00:00:00Z${'0'.repeat(5_000)}`,
]; // oxfmt-ignore

const OTHER_TYPES = [0, 1772323200, 1.5, true, false, null, [], {}, ['2026-03-01T00:00:00Z'], { $date: 0 }];

const NUMBERS = [-1, 1.5, 1e300, 2 ** 53, '1', '', 'one', '=1+1', null, true, [], {}, [1], 0.1];

const json = (name: string, row: unknown, field: string | null, reason: RegExp): Malformed => {
  const body = typeof row === 'string' ? row : JSON.stringify(row);
  return { name, type: 'application/x-ndjson', body, expected: { field, reason } };
};
const whole = (name: string, malformed: Partial<Malformed>, status: number, message: RegExp): Malformed => {
  return {
    name,
    type: 'application/x-ndjson',
    body: JSON.stringify(COUNT),
    ...malformed,
    expected: { status, message },
  };
};
const csv = (name: string, header: string, row: string, field: string | null, reason: RegExp): Malformed => {
  return { name, type: 'text/csv', body: `${header}\n${row}\n`, expected: { field, reason } };
};
const shown = (value: unknown) => JSON.stringify(value).slice(0, 40);
const without = (row: object, field: string) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));

const HEADER = 'service,series,from,to,good,total';
const VALUED = 'service,series,unit,from,to,values,buckets';
const VALUED_CELLS = 'zoom,answers,ms,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,12 250.5,';
const CELLS = 'zoom,logins,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,1,2';

export const MALFORMED: readonly Malformed[] = [
  ...INSTANTS.map((text) => json(`at ${shown(text)}`, { ...PROBE, at: text }, 'at', NO_INSTANT)),
  ...INSTANTS.map((text) => json(`from ${shown(text)}`, { ...COUNT, from: text }, 'from', NO_INSTANT)),
  ...OTHER_TYPES.map((value) => json(`to ${shown(value)}`, { ...COUNT, to: value }, 'to', NO_INSTANT)),
  ...NUMBERS.map((value) => json(`total ${shown(value)}`, { ...COUNT, total: value }, 'total', NO_COUNT)),
  ...NUMBERS.map((value) => json(`good ${shown(value)}`, { ...COUNT, good: value }, 'good', NO_COUNT)),
  json(
    'total NaN',
    '{"service":"zoom","series":"a","from":"2026-03-01T00:00:00Z","to":"2026-03-01T01:00:00Z","good":1,"total":NaN}',
    null,
    /is not JSON/,
  ),
  json('more good than all', { ...COUNT, good: 3 }, 'good', /is more than "total"/),
  json('an empty interval', { ...COUNT, to: COUNT.from }, 'to', /is not after its beginning/),
  json('an interval of years', { ...COUNT, from: '2016-02-28T23:59:59Z' }, 'to', /more than a quarter after/),
  json('a reversed interval', { ...COUNT, to: '2026-02-28T23:59:59Z' }, 'to', /is not after its beginning/),
  json('another century', { ...PROBE, at: '1999-12-31T23:59:59.999Z' }, 'at', /is before 2000/),
  json('tomorrow', { ...PROBE, at: '2026-03-17T09:00:00Z' }, 'at', /lies in the future/),
  json('an end in the future', { ...COUNT, to: '2026-03-16T10:00:00Z' }, 'to', /lies in the future/),
  ...['up', 'UP', 'yes', 1, 0, null, '', 'true', [], {}].map((up) =>
    json(`up ${shown(up)}`, { ...PROBE, up }, 'up', /is neither true nor false/),
  ),
  ...Object.keys(COUNT).map((field) => json(`no ${field}`, without(COUNT, field), field, MISSING)),
  json('a probe without an instant', { service: 'zoom', up: true }, 'at', MISSING),
  json('a probe without a status', { service: 'zoom', at: PROBE.at }, 'up', MISSING),
  ...[
    1,
    null,
    true,
    {},
    '',
    ' ',
    'Zoom',
    'zoom ',
    '../zoom',
    "zoom'; DROP TABLE measurement; --",
    '=zoom',
    'zöom',
    '\u0000zoom',
  ].map((service) => json(`service ${shown(service)}`, { ...COUNT, service }, 'service', NO_SERVICE)),
  ...['nothing-here', 'zoom-2'].map((service) =>
    json(`service ${service}`, { ...COUNT, service }, 'service', /is no service that you may bring/),
  ),
  ...[null, 12, '12', true, {}].map((values) =>
    json(`values ${shown(values)}`, { ...VALUES, values }, 'values', /is not a list of numbers/),
  ),
  ...[[-1], [null], ['12'], [1e13], [[1]], [{}], [1, true]].map((values) =>
    json(`values ${shown(values)}`, { ...VALUES, values }, 'values', /has what is no number from 0 to/),
  ),
  json('values without an end', { ...VALUES, values: Array(10_001).fill(1) }, 'values', /more than 10000 values/),
  ...['unit', 'series', 'from', 'to', 'values'].map((field) =>
    json(`values without ${field}`, without(VALUES, field), field, MISSING),
  ),
  ...[1, null, '', ' ms', {}, '=ms', 'm\ns'].map((unit) =>
    json(`unit ${shown(unit)}`, { ...VALUES, unit }, 'unit', /is not a unit, such as ms/),
  ),
  json('a unit that is too long', { ...VALUES, unit: 'm'.repeat(21) }, 'unit', /is longer than 20 characters/),
  json('values and counts', { ...VALUES, good: 1 }, 'good', /does not stand beside "values" and "unit"/),
  json('values and a histogram', { ...VALUES, buckets: { '1': 1 } }, 'values', /does not stand beside "buckets"/),
  json('values and a probe', { ...VALUES, up: true }, 'unit', /does not stand beside "at" and "up"/),
  json('values of no time', { ...VALUES, to: VALUES.from }, 'to', /is not after its beginning/),
  ...[null, [], 'none', 1].map((buckets) =>
    json(`buckets ${shown(buckets)}`, { ...HISTOGRAM, buckets }, 'buckets', /is no histogram/),
  ),
  ...[{}, { '+Inf': 1 }].map((buckets) =>
    json(`buckets ${shown(buckets)}`, { ...HISTOGRAM, buckets }, 'buckets', /has no bucket with a bound/),
  ),
  ...['-1', 'Infinity', 'NaN', '', ' 1', '1e13', 'le', '=1+1'].map((bound) =>
    json(
      `bound ${shown(bound)}`,
      { ...HISTOGRAM, buckets: { [bound]: 1 } },
      'buckets',
      /has the bound .*, which is no number/,
    ),
  ),
  json('a bound twice', { ...HISTOGRAM, buckets: { '1': 1, '1.0': 2 } }, 'buckets', /has the bound 1(\.0)? twice/),
  ...[-1, 1.5, '1', null, 2 ** 53].map((count) =>
    json(
      `a bucket of ${shown(count)}`,
      { ...HISTOGRAM, buckets: { '1': count } },
      'buckets',
      /has a count that is not/,
    ),
  ),
  ...[
    { '1': 5, '2': 4 },
    { '1': 5, '+Inf': 4 },
  ].map((buckets) =>
    json(
      `buckets ${shown(buckets)}`,
      { ...HISTOGRAM, buckets },
      'buckets',
      /counts less up to one bound than up to a lower/,
    ),
  ),
  json('a histogram without +Inf', { ...HISTOGRAM, buckets: { '1': 10, '2': 20 } }, 'buckets', /under \+Inf how many/),
  csv(
    'a cell without +Inf',
    VALUED,
    VALUED_CELLS.replace('12 250.5,', ',1:10 2:20'),
    'buckets',
    /under \+Inf how many/,
  ),
  csv('values in words', VALUED, VALUED_CELLS.replace('12 250.5', '12 many'), 'values', /has what is no number/),
  csv('values with commas', VALUED, VALUED_CELLS.replace('12 250.5', '"1,5 2,5"'), 'values', /has what is no number/),
  csv('a histogram in words', VALUED, VALUED_CELLS.replace('12 250.5,', ',few'), 'buckets', /is no histogram/),
  csv('a bucket twice', VALUED, VALUED_CELLS.replace('12 250.5,', ',1:1 1:2'), 'buckets', /is no histogram/),
  ...[1, null, true, {}, [], ''].map((series) =>
    json(`series ${shown(series)}`, { ...COUNT, series }, 'series', /is not a name/),
  ),
  ...[' ', ' logins', 'logins '].map((series) =>
    json(`series ${shown(series)}`, { ...COUNT, series }, 'series', /begins or ends with a space/),
  ),
  ...["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)'].map((series) =>
    json(`series ${series}`, { ...COUNT, series }, 'series', /a formula in a spreadsheet/),
  ),
  ...['log\nins', 'log\u0000ins', 'log\u001bins', 'log\ud800ins'].map((series) =>
    json(`series ${shown(series)}`, { ...COUNT, series }, 'series', /control characters/),
  ),
  json('a name that is too long', { ...COUNT, series: 'a'.repeat(201) }, 'series', /is longer than 200 characters/),
  json('a field that is none', { ...COUNT, value: 1 }, 'value', /is not a field of a measurement/),
  json('a field that is spelled otherwise', { ...COUNT, Total: 2 }, 'Total', /is not a field of a measurement/),
  json('a field twice', `{"service":"zoom",${JSON.stringify(COUNT).slice(1)}`, 'service', /is named twice/),
  json(
    'a bound written twice',
    JSON.stringify({ ...HISTOGRAM, buckets: { '1': 1 } }).replace('{"1":1}', '{"1":1,"1":2}'),
    '1',
    /is named twice/,
  ),
  json(
    '__proto__',
    '{"__proto__": {"service": "zoom"}, "service": "zoom"}',
    '__proto__',
    /is not a field of a measurement/,
  ),
  json('a count and a probe', { ...COUNT, up: true }, 'from', /does not stand beside "at" and "up"/),
  json('a probe with a total', { ...PROBE, total: 1 }, 'total', /does not stand beside "at" and "up"/),
  ...['[]', '1', '"row"', 'null', 'true'].map((text) => json(`JSON ${text}`, text, null, /is not a JSON object/)),
  ...[
    '{',
    '}',
    '{"service":"zoom",}',
    "{'service':'zoom'}",
    'service=zoom',
    '<row/>',
    '{"service":"zoom"}}',
    '{}{}',
    '\u0000',
    'zoom,logins',
  ].map((text) => json(`no JSON: ${shown(text)}`, text, null, /is not JSON/)),
  json('nested without end', '['.repeat(20_000), null, /is not JSON/),
  json('a line that is too long', `{"service":"${'z'.repeat(70_000)}"}`, null, /is too long/),
  csv('too few cells', HEADER, 'zoom,logins', null, /has 2 columns where the first row has 6/),
  csv('too many cells', HEADER, `${CELLS},3`, null, /has 7 columns where the first row has 6/),
  csv('a semicolon', HEADER, CELLS.replaceAll(',', ';'), null, /has 1 columns/),
  csv('a formula as a number', HEADER, CELLS.replace('1,2', '1,=1+1'), 'total', NO_COUNT),
  csv('a number as people write it', HEADER, CELLS.replace('1,2', '1,"1,000"'), 'total', NO_COUNT),
  csv('a fraction', HEADER, CELLS.replace('1,2', '1,2.0'), 'total', NO_COUNT),
  csv('an exponent', HEADER, CELLS.replace('1,2', '1,1e3'), 'total', NO_COUNT),
  csv('a number that is too large', HEADER, CELLS.replace('1,2', '1,99999999999999999999'), 'total', NO_COUNT),
  csv('an empty cell', HEADER, CELLS.replace('zoom', ''), 'service', MISSING),
  csv(
    'a formula as a name',
    HEADER,
    CELLS.replace('logins', '"=HYPERLINK(""http://a"")"'),
    'series',
    /a formula in a spreadsheet/,
  ),
  csv('a status in other words', 'service,at,up', 'zoom,2026-03-01T00:00:00Z,TRUE', 'up', /is neither true nor false/),
  csv('a quote without end', HEADER, `"zoom,logins`, null, /quoted value that does not end/),
  csv('a quote that goes on', HEADER, `"zoom"x,logins,,,,`, null, /goes on after its end/),
  whole(
    'a column twice',
    { type: 'text/csv', body: `service,service,at,up\nzoom,zoom,2026-03-01T00:00:00Z,true` },
    422,
    /"service" is named twice/,
  ),
  whole(
    'a column that is none',
    { type: 'text/csv', body: `${HEADER},value\n${CELLS},1` },
    422,
    /"value" is not a field/,
  ),
  whole('no header', { type: 'text/csv', body: `${CELLS}\n` }, 422, /"zoom" is not a field/),
  whole('an empty file', { type: 'text/csv', body: '' }, 422, /must name the columns/),
  whole('an empty header', { type: 'text/csv', body: ',,\n' }, 422, /"" is not a field/),
  whole('a spreadsheet', { type: 'text/csv', body: Buffer.from('PK\u0003\u0004\u0000') }, 422, /is not a field/),
  whole('Latin-1', { body: Buffer.from([0x7b, 0xe9, 0x7d]) }, 422, /is not UTF-8/),
  whole('UTF-16', { body: Buffer.from(JSON.stringify(COUNT), 'utf16le').fill(0xff, 0, 1) }, 422, /is not UTF-8/),
  whole('a letter that is cut off', { body: Buffer.from([0x0a, 0xc3]) }, 422, /is not UTF-8/),
  whole(
    'truncated gzip',
    { encoding: 'gzip', body: gzipSync(JSON.stringify(COUNT)).subarray(0, -9) },
    422,
    /ends early or is damaged/,
  ),
  whole(
    'gzip without its last bytes',
    { encoding: 'gzip', body: gzipSync(`${JSON.stringify(COUNT)}\n`).subarray(0, -1) },
    422,
    /ends early or is damaged/,
  ),
  whole(
    'damaged gzip',
    { encoding: 'gzip', body: gzipSync(JSON.stringify(COUNT)).fill(7, 12, 20) },
    422,
    /ends early or is damaged/,
  ),
  whole('no gzip at all', { encoding: 'gzip' }, 422, /ends early or is damaged/),
  whole('gzip that nobody named', { body: gzipSync(JSON.stringify(COUNT)) }, 422, /is not UTF-8/),
  whole('another packing', { encoding: 'br' }, 422, /as it is, or with gzip/),
  whole('JSON', { type: 'application/json', body: '{}' }, 422, /application\/x-ndjson or text\/csv/),
  whole(
    'a form',
    { type: 'application/x-www-form-urlencoded', body: 'a=b' },
    422,
    /application\/x-ndjson or text\/csv/,
  ),
  whole('plain text', { type: 'text/plain' }, 422, /application\/x-ndjson or text\/csv/),
  whole('XML', { type: 'application/xml', body: '<a/>' }, 422, /application\/x-ndjson or text\/csv/),
];
