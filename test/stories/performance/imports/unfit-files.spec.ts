import { gzipSync } from 'node:zlib';
import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
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
