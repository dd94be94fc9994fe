import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Imports } from '@accord/api/performance/imports/imports.js';
import { BUILT_IN_PROFILES } from '@accord/domain';
import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const folder = temporaryFolder();
const { api, given } = await startStory([], { ACCORD_DATA_DIR: folder });
const manager = await given.person({ roles: ['serviceManager'] });
const service = await given.service();

const log = given.eventLog([{ number: 'INC1' }]);
const written = () =>
  api.dataSource.query(
    'SELECT (SELECT count(*)::int FROM ticket_event) AS events, (SELECT count(*)::int FROM source) AS sources',
  );

describe('a file that does not fit its profile is refused before anything is written:', () => {
  it.each([
    ['an empty file', '', 'log.csv', 'The file is empty.'],
    [
      'a spreadsheet',
      Buffer.from('PK\x03\x04...'),
      'log.xlsx',
      'The file is a ZIP archive or a spreadsheet; save it as CSV.',
    ],
    ['UTF-16', Buffer.from(`\ufeff${log}`, 'utf16le'), 'log.csv', 'The file is UTF-16 text; save it as UTF-8.'],
    ['bytes that are no text', Buffer.from('a\0b\n'), 'log.csv', 'The file is not text.'],
    ['another encoding', Buffer.from(log.replace('Mail', 'Büro'), 'latin1'), 'log.csv', 'The file is not utf-8 text.'],
    ['a name that promises gzip', log, 'log.csv.gz', 'The file is named .gz but is not compressed by gzip.'],
    [
      'gzip that is damaged from its beginning',
      gzipSync(log).fill(0, 10, 30),
      'log.csv.gz',
      'The compressed data of the file is damaged.',
    ],
    [
      'a header without what the profile needs',
      log.replace('opened_at', 'opened'),
      'log.csv',
      'The first row does not name "opened_at", which the profile needs.',
    ],
    [
      'a header that names a column twice',
      log.replace('category', 'number'),
      'log.csv',
      'The first row names "number" twice; a profile says which one by its number, such as "number (1)".',
    ],
  ])('%s', async (_, content, name, refusedReason) => {
    const before = await written();

    const report = await given.imported(manager, content, { serviceId: service.id, name });

    expect(report).toMatchObject({ state: 'REFUSED', refusedReason, rowsRead: 0, viewerCanResume: false });
    expect(await written()).toEqual(before);
  });

  it('gzip that was cut, wherever', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({ number: `CUT${i}` }));
    const whole = gzipSync(given.eventLog(rows));
    const before = await written();

    for (const share of [0.4, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await given.imported(manager, cut, { serviceId: service.id, name: 'log.csv.gz' })).toMatchObject({
        state: 'REFUSED',
        refusedReason: 'The file ends in the middle of its compressed data.',
      });
    }
    expect(await written()).toEqual(before);
  });

  it('another encoding far behind the header', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({ number: `INC${i}` }));
    const bytes = Buffer.concat([Buffer.from(given.eventLog(rows)), Buffer.from('INC\xfc,', 'latin1')]);
    const before = await written();

    expect(await given.imported(manager, bytes, { serviceId: service.id })).toMatchObject({ state: 'REFUSED' });
    expect(await written()).toEqual(before);
  });

  it('but a byte order mark, gzip under any name and Windows line ends do fit', async () => {
    const content = gzipSync(`\ufeff${log.replaceAll('\n', '\r\n')}`);

    expect(await given.imported(manager, content, { serviceId: service.id })).toMatchObject({
      state: 'DONE',
      rowsStored: 1,
    });
  });
});

describe('a file of which every row is refused leaves no source behind, of which more would be awaited:', () => {
  const sources = () => api.dataSource.query('SELECT name FROM source ORDER BY name');
  const { definition } = BUILT_IN_PROFILES.find(({ slug }) => slug === 'plain-counts')!;

  it('by its profile, as from the command line, which shows no preview', async () => {
    const before = await sources();
    const path = join(folder, 'counts.csv');
    const times = '2026-03-02T08:00:00Z,2026-03-02T09:00:00Z';
    writeFileSync(path, `service,series,from,to,good,total\n${service.slug},requests,${times},many,2\n`);
    const file = { path, name: 'counts.csv', bytes: 99, uploadId: null, digest: null };
    const order = { kind: 'counts' as const, serviceId: null, sourceName: 'Broken counter', file };
    const profile = { slug: null, name: 'Counts', definition };
    const { run, done } = await api.get(Imports).start(await given.act(manager), { ...order, profile });
    await done;

    expect(await given.report(manager, run.id)).toMatchObject({ state: 'DONE', rowsStored: 0, rowsRefused: 1 });
    expect(await sources()).toEqual(before);
  });

  it('by what is known', async () => {
    const row = (unit: string) => `${service.slug},time,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,112 98,${unit}`;
    const values = (sourceName: string, unit: string) =>
      given.imported(manager, `service,series,from,to,values,unit\n${row(unit)}\n`, {
        profile: 'plain-values',
        kind: 'VALUES',
        sourceName,
      });
    expect(await values('Gateway', 'ms')).toMatchObject({ rowsStored: 1 });

    expect(await values('Other gateway', 's')).toMatchObject({ state: 'DONE', rowsStored: 0, rowsRefused: 1 });
    expect(await sources()).not.toContainEqual({ name: 'Other gateway' });
    // What comes later makes it.
    const later = `service,series,from,to,values,unit\n${row('s').replace('time', 'size')}\n`;
    await given.imported(manager, later, { profile: 'plain-values', kind: 'VALUES', sourceName: 'Other gateway' });
    expect(await sources()).toContainEqual({ name: 'Other gateway' });
  });
});

describe('an import of which the preview understands nothing', () => {
  const PREVIEW = `query ($input: PreviewImportInput!) { previewImport(input: $input) { nothingUnderstood } }`;
  const HEADER = 'service,series,from,to,good,total';
  const times = '2026-03-05T08:00:00Z,2026-03-05T09:00:00Z';
  const row = (total: string, slug = service.slug) => `${slug},attempts,${times},1,${total}`;
  const brought = (...rows: string[]) =>
    given.imported(manager, [HEADER, ...rows, ''].join('\n'), {
      profile: 'plain-counts',
      kind: 'COUNTS',
      sourceName: 'Attempts',
    });
  const previewed = async (...rows: string[]) => {
    const uploadId = await given.upload(manager, [HEADER, ...rows, ''].join('\n'));
    const input = { uploadId, kind: 'COUNTS', profileId: await given.profileId(manager, 'plain-counts') };
    return (await api.as(manager).run(PREVIEW, { input })).previewImport.nothingUnderstood;
  };

  it.each([
    [
      'one row',
      [row('many')],
      'The only row cannot be taken in, so there is nothing to import: in line 2 total "many" is not a whole number, 0 or more.',
    ],
    [
      'rows of no service',
      [row('1', 'nobody'), row('1', 'no-one')],
      'None of the 2 rows can be taken in, so there is nothing to import: in line 2 service "nobody" leads to no service; the row is left out.',
    ],
    [
      'more rows than it shows',
      Array<string>(60).fill(row('x')),
      'None of the first 50 rows can be taken in, so there is nothing to import: in line 2 total "x" is not a whole number, 0 or more.',
    ],
  ])('is not started: of %s', async (_, rows, message) => {
    const before = await api.dataSource.query('SELECT count(*) FROM import_run');

    expect(await brought(...rows)).toMatchObject({ errors: [{ code: 'NOTHING_UNDERSTOOD', message }] });
    expect(await previewed(...rows)).toBe(message);
    expect(await api.dataSource.query('SELECT count(*) FROM import_run')).toEqual(before);
  });

  it('is started where one row is, or where rows of no service may stand before others', async () => {
    const elsewhere = Array<string>(55).fill(row('1', 'nobody'));
    expect(await previewed(row('many'), row('1'))).toBeNull();
    expect(await brought(row('many'), row('1'))).toMatchObject({ state: 'DONE', rowsStored: 1, rowsRefused: 1 });
    expect(await brought(...elsewhere, row('1'))).toMatchObject({ state: 'DONE', rowsUnmapped: 55, rowsKnown: 1 });
  });
});
