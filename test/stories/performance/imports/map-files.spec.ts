import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const manager = await given.person({ roles: ['serviceManager'] });
const mail = await given.service({ slug: 'mail', name: 'Mail' });

const EXAMINE = `query ($input: ExamineUploadInput!) { examineUpload(input: $input) {
  fileName rowsSeen guess fitting { slug }
  columns { name filled samples values { value count } timeFormats } } }`;
const PREVIEW = `query ($input: PreviewImportInput!) { previewImport(input: $input) {
  lines mapped { name value unit } problems { line column value reason } } }`;

interface Told {
  name: string;
  value: string | null;
}
const told = (row: Told[]) => Object.fromEntries(row.map(({ name, value }) => [name, value]));

/** As Jira writes it: repeated columns, times of a half day, cells over several lines. */
const JIRA = [
  'Summary,Issue key,Status,Priority,Created,Updated,Resolved,Component/s,Component/s,Comment,Comment',
  '"Mail, slow",OPS-1,Waiting for customer,High,2/Mar/26 9:00 AM,2/Mar/26 10:30 AM,,Mail,,"one\ntwo",three',
  'No mail,OPS-2,Done,Highest,2/Mar/26 8:00 AM,2/Mar/26 4:00 PM,2/Mar/26 4:00 PM,Mail,Network,,',
  'Odd,OPS-3,Done,Unset,2/Mar/26 8:00 AM,31/Feb/26 4:00 PM,2/Mar/26 7:00 AM,Mail,,,',
].join('\r\n');

async function examined(text: string, kind = 'TICKETS') {
  const uploadId = await given.upload(manager, text, 'export.csv');
  const { examineUpload } = await api.as(manager).run(EXAMINE, { input: { uploadId, kind } });
  return { uploadId, ...examineUpload, guess: JSON.parse(examineUpload.guess) };
}

describe('a file of which nobody has said what its columns mean', () => {
  it('fits no profile by which its columns are parted otherwise', async () => {
    const file = 'service;series;from;to;good;total\nmail;logins;01.03.2026 09:00;01.03.2026 10:00;1;2\n';
    const uploadId = await given.upload(manager, file, 'counts.csv');
    const fitting = async (input: object) =>
      (await api.as(manager).run(EXAMINE, { input: { uploadId, kind: 'COUNTS', ...input } })).examineUpload.fitting;
    expect(await fitting({})).toEqual([]);

    const commas = await given.upload(manager, file.replaceAll(';', ','), 'commas.csv');
    expect(await fitting({ uploadId: commas })).toEqual([{ slug: 'plain-counts' }]);
  });

  it('is looked at: columns, samples, values, times, and the profiles that fit', async () => {
    const { fileName, rowsSeen, columns, fitting, guess } = await examined(JIRA);

    expect({ fileName, rowsSeen, fitting }).toEqual({
      fileName: 'export.csv',
      rowsSeen: 3,
      fitting: [{ slug: 'jira-issues' }],
    });
    expect(columns[2]).toEqual({
      name: 'Status',
      filled: 3,
      samples: ['Waiting for customer', 'Done'],
      values: [
        { value: 'Done', count: 2 },
        { value: 'Waiting for customer', count: 1 },
      ],
      timeFormats: [],
    });
    expect(columns[8]).toMatchObject({ name: 'Component/s (2)', filled: 1 });
    expect(guess).toMatchObject({
      time: { format: 'd/MMM/yy h:mm a', zone: 'UTC' },
      identity: { number: 'Issue key' },
      state: { values: { 'Waiting for customer': 'paused', Done: 'resolved' } },
    });
  });

  it('is previewed by a mapping that is not saved, with the clocks of every ticket and the faults of every line', async () => {
    const { uploadId, guess } = await examined(JIRA.replace('31/Feb', '3/Mar'));
    const time = { ...guess.time, zone: 'Europe/Berlin' };
    const service = { column: 'Component/s (1)', values: { Mail: 'mail' } };
    const definition = JSON.stringify({ ...guess, time, service });

    const { previewImport } = await api.as(manager).run(PREVIEW, { input: { uploadId, kind: 'TICKETS', definition } });

    expect(previewImport.lines).toEqual([2, 4, 5]);
    expect(previewImport.mapped.map(told)).toEqual([
      {
        number: 'OPS-1',
        observedAt: '2026-03-02T09:30:00.000Z',
        state: 'paused',
        priority: '2',
        openedAt: '2026-03-02T08:00:00.000Z',
        firstResponseAt: null,
        resolvedAt: null,
        closedAt: null,
        service: 'Mail',
        responseClock: 'held',
        resolutionClock: 'held',
      },
      expect.objectContaining({ number: 'OPS-2', responseClock: 'stopped', resolutionClock: 'stopped' }),
      {},
    ]);
    expect(previewImport.problems).toEqual([
      { line: 5, column: 'Resolved', value: '2/Mar/26 7:00 AM', reason: 'is before the ticket was opened' },
      { line: 5, column: 'Priority', value: 'Unset', reason: 'is not a value that the profile knows' },
    ]);
  });

  it('is imported by it, under the name of a source', async () => {
    const { guess } = await examined(JIRA.replace('31/Feb', '3/Mar'));
    const definition = JSON.stringify({ ...guess, service: undefined });
    const order = { definition, serviceId: mail.id };

    const nameless = await given.imported(manager, JIRA, order);
    const report = await given.imported(manager, JIRA, { ...order, sourceName: 'Jira of Ops' });
    const both = { input: { ...order, kind: 'TICKETS', uploadId: await given.upload(manager, JIRA), sourceName: 'x' } };
    const twice = await api
      .as(manager)
      .run(`mutation ($input: StartImportInput!) { startImport(input: $input) { errors { code } } }`, {
        input: { ...both.input, profileId: await given.profileId(manager, 'jira-issues') },
      });

    expect(nameless.errors).toMatchObject([{ code: 'SOURCE_MISSING', field: ['sourceName'] }]);
    expect(report).toMatchObject({ state: 'DONE', profile: null, rowsStored: 2, rowsRefused: 1 });
    expect(twice.startImport.errors).toEqual([{ code: 'TWO_PROFILES' }]);
  });

  it('says of a mapping that is not whole what it lacks, and of an empty file that it is empty', async () => {
    const { uploadId, guess } = await examined('a;b\n1;2\n');
    const input = { uploadId, kind: 'TICKETS', definition: JSON.stringify(guess), serviceId: mail.id };
    const preview = await api.as(manager).ask(PREVIEW, { input });
    const empty = await given.upload(manager, '\n', 'empty.csv');
    const nothing = await api.as(manager).ask(EXAMINE, { input: { uploadId: empty, kind: 'TICKETS' } });

    expect(preview.errors![0]).toMatchObject({ message: expect.stringContaining('identity.number') });
    expect(nothing.errors![0]).toMatchObject({ message: 'The file is empty.' });
  });
});

it('reads numbers with a decimal comma, as the preview shows, and refuses what is not written so', async () => {
  const VALUES = [
    'service;series;from;to;values;unit',
    'mail;login;2026-03-02T08:00:00Z;2026-03-02T09:00:00Z;1.234,5 1.230,25 1.240;ms',
    'mail;login;2026-03-02T09:00:00Z;2026-03-02T10:00:00Z;98,5 99;ms',
    'mail;login;2026-03-02T10:00:00Z;2026-03-02T11:00:00Z;98.5;ms',
  ].join('\n');
  const { uploadId, guess } = await examined(VALUES, 'VALUES');
  expect(guess).toMatchObject({ format: { delimiter: ';' }, values: 'values' });
  const definition = JSON.stringify({ ...guess, decimalMark: 'comma' });
  const fault = {
    column: 'values',
    value: '98.5',
    reason: 'is not a number with a decimal comma, such as 1.234,5',
  };

  // Within one percent: the row is kept as a sketch.
  const { previewImport } = await api.as(manager).run(PREVIEW, { input: { uploadId, kind: 'VALUES', definition } });
  expect(previewImport.mapped.map(told)).toMatchObject([
    { total: '3', median: '1220' },
    { total: '2', median: '98.5' },
    {},
  ]);
  expect(previewImport.problems).toEqual([{ line: 4, ...fault }]);
  const report = await given.imported(manager, VALUES, { kind: 'VALUES', definition, sourceName: 'Gateway' });
  expect(report).toMatchObject({ rowsStored: 2, rowsRefused: 1, problems: [{ line: 4, ...fault }] });
});

it('takes no reply of a program for a response: the clock stops with the first update by a person', async () => {
  const { guess } = await examined('number\n1');
  const definition = JSON.stringify({
    ...guess,
    time: { format: 'yyyy-MM-dd HH:mm', zone: 'Etc/UTC' },
    identity: { number: 'number', observedAt: 'at' },
    clock: { openedAt: 'opened', firstResponseAt: 'responded' },
    state: { column: 'state', values: { new: 'new', active: 'active' }, otherwise: 'refuse' },
    priority: { column: 'priority', values: { 3: 3 } },
    holder: 'group',
    author: { column: 'by', automatic: ['system', '*-bot'] },
  });
  const opened = '2026-03-02 09:00';
  const answered = '2026-03-02 09:01';
  const rows = [
    ['number,at,opened,responded,state,priority,group,by'],
    ['A1', answered, opened, answered, 'new', 3, 'Desk', 'System'],
    ['A1', '2026-03-02 09:40', opened, answered, 'active', 3, 'Desk', 'Ann'],
    ['A2', answered, opened, answered, 'new', 3, '', 'reply-bot'],
    ['A3', answered, opened, answered, 'active', 3, 'Desk', 'Ann'],
    ['A3', '2026-03-02 10:00', opened, answered, 'active', 3, 'Desk', 'system'],
  ];
  const csv = rows.map((row) => row.join(',')).join('\n');

  await given.imported(manager, csv, { definition, serviceId: mail.id, sourceName: 'Desk' });

  const tickets = await api.dataSource.query(
    `SELECT number, first_response_at AS at FROM ticket WHERE number LIKE 'A_' ORDER BY number`,
  );
  expect(tickets).toEqual([
    { number: 'A1', at: new Date('2026-03-02T09:40Z') },
    { number: 'A2', at: null },
    { number: 'A3', at: new Date('2026-03-02T09:01Z') },
  ]);
});

describe('a file of counts', () => {
  const COUNTS = [
    'service,series,from,to,good,total',
    'mail,requests,2026-02-02T00:00Z,2026-02-03T00:00Z,90,100',
    'mail,requests,2026-02-03T00:00Z,2026-02-04T00:00Z,95,100',
    'mail,requests,2026-02-03T12:00Z,2026-02-03T13:00Z,1,1',
    'mail,requests,2026-02-04T00:00Z,2026-02-05T00:00Z,101,100',
  ].join('\n');

  it('is judged; what would be counted twice is refused, and the same file again changes nothing', async () => {
    const commitment = await given.commitment({
      serviceId: mail.id,
      slug: 'answered',
      indicator: { goodOfTotal: { series: 'requests' } },
    });
    const order = { kind: 'COUNTS', profile: 'plain-counts' } as const;

    const report = await given.imported(manager, COUNTS, order);
    const again = await given.imported(manager, COUNTS, order);
    const other = await given.imported(manager, COUNTS, { ...order, sourceName: 'Elsewhere' });

    expect(report).toMatchObject({ state: 'DONE', rowsStored: 2, rowsDiffering: 0, rowsRefused: 2, judged: 1 });
    expect(report.problems).toContainEqual({
      line: 4,
      column: null,
      value: null,
      reason: 'shares time with the interval recorded from 2026-02-03T00:00:00.000Z to 2026-02-04T00:00:00.000Z',
    });
    expect(again).toMatchObject({ rowsStored: 0, rowsKnown: 2, rowsRefused: 2 });
    expect(other).toMatchObject({ state: 'REFUSED', refusedReason: expect.stringContaining('Another source counts') });
    expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ numerator: '185', denominator: '200' });
  });
});

describe('a file of values', () => {
  const file = (...rows: string[]) => ['Start,Time,Times to answer', ...rows].join('\n');
  const definition = JSON.stringify({
    kind: 'values',
    time: { format: 'yyyy-MM-dd HH:mm', zone: 'Etc/UTC' },
    from: 'Start',
    to: { minutes: 1_440 },
    series: { name: 'answer' },
    values: 'Times to answer',
    unit: { name: 'ms' },
  });
  const order = { kind: 'VALUES', definition, serviceId: mail.id, sourceName: 'Load test' } as const;

  it('is judged as a percentile, once; bad rows are refused by their line and why', async () => {
    const commitment = await given.commitment({
      serviceId: mail.id,
      slug: 'quick',
      indicator: { percentile: { series: 'answer', unit: 'ms', limit: 300 } } as never,
      target: '95',
    });
    const fast = Array.from({ length: 95 }, () => 100).join(' ');
    const good = [`2026-02-02 00:00,,${fast}`, '2026-02-03 00:00,,300:90 +Inf:100'];
    const bad = ['2026-02-04 00:00,,100 soon', '2026-02-05 00:00,,300:90 +Inf:80', '2026-02-03 12:00,,7'];
    const uploadId = await given.upload(manager, file(...good, ...bad), 'values.csv');
    const input = { uploadId, kind: 'VALUES', definition, serviceId: mail.id };
    const { previewImport: preview } = await api.as(manager).run(PREVIEW, { input });
    expect(preview.mapped[1]).toEqual(
      expect.arrayContaining([
        { name: 'total', value: '100', unit: 'count' },
        { name: 'unit', value: 'ms', unit: 'text' },
      ]),
    );
    expect(preview.problems).toMatchObject([{ line: 4, column: 'Times to answer' }, { line: 5 }]);

    const report = await given.imported(manager, file(...good, ...bad), order);
    expect(report).toMatchObject({ state: 'DONE', rowsStored: 2, rowsDiffering: 0, rowsRefused: 3 });
    const again = await given.imported(manager, file(...good, ...bad), order);
    expect(again).toMatchObject({ rowsStored: 0, rowsKnown: 2, rowsRefused: 3 });
    expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ numerator: '185', denominator: '195' });

    const seconds = definition.replace('"ms"', '"s"');
    const other = await given.imported(manager, file('2026-02-09 00:00,,0.1'), { ...order, definition: seconds });
    expect(other).toMatchObject({
      rowsStored: 0,
      rowsRefused: 1,
      problems: [{ line: 2, reason: 'is measured in ms so far; give the other unit a name of its own' }],
    });
  });
});

it('takes the answers of a survey from a file once, and tells by its line what contradicts them', async () => {
  const indicator = { series: 'requests', lowest: 1, highest: 5, satisfiedFrom: 4, leastAnswers: 5 };
  const commitment = await given.commitment({
    serviceId: mail.id,
    slug: 'content',
    indicator: { satisfaction: indicator } as never,
    target: '80',
  });
  const rows = [5, 4, 2, 5, 5].map((score, i) => `mail,requests,R-${i},2026-02-0${i + 1}T10:00Z,${score},Ada Quist`);
  const file = (...lines: string[]) => ['service,survey,answer,at,score,who', ...lines].join('\n');
  const order = { kind: 'ANSWERS', profile: 'plain-answers' } as const;

  expect(await given.imported(manager, file(...rows), order)).toMatchObject({ state: 'DONE', rowsStored: 5 });
  const again = file(
    ...rows,
    'mail,requests,R-0,2026-02-01T10:00Z,1,Ada Quist',
    'mail,requests,R-9,2026-02-01T10:00Z,7,',
  );
  expect(await given.imported(manager, again, order)).toMatchObject({
    rowsStored: 0,
    rowsRefused: 2,
    problems: [
      { line: 8, reason: 'is no whole number from 1 to 5' },
      { line: 7, reason: expect.stringContaining('is told otherwise') },
    ],
  });
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ numerator: '4', denominator: '5' });
});

describe('a file of outages', () => {
  const file = (...rows: string[]) => ['service,number,from,to,cause', ...rows].join('\n');
  const order = { kind: 'OUTAGES', profile: 'plain-outages' } as const;
  const outages = () =>
    api.dataSource.query('SELECT from_at, to_at, cause FROM outage WHERE ended_at IS NULL ORDER BY from_at');

  it('is recorded by the rules of those recorded by hand; what they refuse is told by its line', async () => {
    await given.outage(mail, '2026-02-20T00:00:00Z', '2026-02-20T01:00:00Z');
    const commitment = await given.commitment({
      serviceId: mail.id,
      slug: 'up',
      calendarId: (await given.alwaysOpen()).id,
    });
    const told = file(
      'mail,7,2026-02-10T08:00Z,2026-02-10T10:00Z,Disk',
      'mail,8,2026-02-20T00:30Z,2026-02-20T02:00Z,Beside one by hand',
      'mail,9,2020-01-01T00:00Z,2020-01-01T01:00Z,Long past',
      'mail,10,2026-02-12T08:00Z,2026-02-12T07:00Z,',
      'fax,11,2026-02-12T08:00Z,2026-02-12T09:00Z,',
    );

    const report = await given.imported(manager, told, order);
    const again = await given.imported(manager, told, order);
    const longer = await given.imported(manager, file('mail,7,2026-02-10T08:00Z,2026-02-10T11:00Z,Disk'), order);

    expect(report).toMatchObject({ state: 'DONE', rowsRead: 5, rowsStored: 1, rowsRefused: 3, rowsUnmapped: 1 });
    expect(report.problems).toMatchObject([
      { line: 5, column: 'to', reason: 'is not after its beginning' },
      { line: 3, column: null, value: '8', reason: expect.stringContaining('outage') },
      { line: 4, column: null, value: '9', reason: expect.stringContaining('13 months') },
    ]);
    expect(again).toMatchObject({ rowsStored: 0, rowsKnown: 1, rowsRefused: 3 });
    expect(longer).toMatchObject({ rowsStored: 1 });
    expect(await outages()).toMatchObject([
      { from_at: new Date('2026-02-10T08:00Z'), to_at: new Date('2026-02-10T11:00Z'), cause: 'Disk' },
      { from_at: new Date('2026-02-20T00:00Z') },
    ]);
    const { numerator, denominator } = await given.resultOf(commitment, '2026-02');
    expect(Number(denominator) - Number(numerator)).toBe(4 * 3_600_000);
  });

  it('takes the place of no outage that others told of the same time: each stays its own, and is corrected by itself', async () => {
    const phone = await given.service({ slug: 'phone' });
    const commitment = await given.commitment({ serviceId: phone.id, calendarId: (await given.alwaysOpen()).id });
    const { token } = await given.token(manager, ['ingest']);
    const alert = (fingerprint: string, startsAt: string, endsAt: string) => ({
      ...{ status: 'resolved', labels: {}, annotations: { summary: 'No calls.' }, fingerprint, startsAt, endsAt },
    });
    const alerts = [
      alert('a', '2026-02-23T15:50:00Z', '2026-02-23T15:55:00Z'),
      alert('b', '2026-02-23T15:54:00Z', '2026-02-23T15:57:00Z'),
    ];
    await fetch(`${api.address}/hooks/alertmanager?service=phone`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ version: '4', alerts }),
    });

    const report = await given.imported(
      manager,
      file(
        'phone,N1,2026-02-18T10:00Z,2026-02-18T11:00Z,Disk',
        'phone,N2,2026-02-18T10:30Z,2026-02-18T11:30Z,Power',
        'phone,N3,2026-02-19T10:00Z,,Cable',
      ),
      order,
    );

    const of = (): Promise<{ id: string; cause: string }[]> =>
      api.dataSource.query(
        'SELECT id, from_at, to_at, cause FROM outage WHERE service_id = $1 AND ended_at IS NULL ORDER BY from_at',
        [phone.id],
      );
    expect(report).toMatchObject({ rowsStored: 3, rowsRefused: 0 });
    expect(report.problems).toMatchObject([
      { line: 3, value: 'N2', reason: expect.stringMatching(/^is stored beside an outage from 2026-02-18T10:00/) },
      { line: 4, value: 'N3', reason: expect.stringMatching(/^is stored beside an outage from 2026-02-23T15:50/) },
    ]);
    const told = await of();
    expect(told.map(({ cause }) => cause)).toEqual(['Disk', 'Power', 'Cable', 'No calls.']);

    const { changeOutage } = await api.as(manager).run(
      `mutation ($id: ID!) { changeOutage(id: $id, input: { to: "2026-02-19T10:20:00Z", reason: "The log says so." }) {
         errors { code message } } }`,
      { id: told[2]!.id },
    );
    expect(changeOutage.errors).toEqual([]);
    expect(await of()).toMatchObject([
      { cause: 'Disk', to_at: new Date('2026-02-18T11:00Z') },
      { cause: 'Power', to_at: new Date('2026-02-18T11:30Z') },
      { cause: 'Cable', to_at: new Date('2026-02-19T10:20Z') },
      { cause: 'No calls.', from_at: new Date('2026-02-23T15:50Z'), to_at: new Date('2026-02-23T15:57Z') },
    ]);
    // 90, 20 and 7 minutes.
    expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ budgetUsed: String(117 * 60_000) });
  });
});
