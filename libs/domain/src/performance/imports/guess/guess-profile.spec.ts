import fc from 'fast-check';
import { BUILT_IN_PROFILES } from '../built-in-profiles.js';
import { DelimitedText } from '../delimited-text.js';
import { parseImportProfile } from '../import-profile.js';
import type { TicketProfile } from '../ticket-profile.js';
import { columnFacts } from './column-facts.js';
import { guessDelimiter } from './guess-delimiter.js';
import type { MeasuredKind } from '../import-policy.js';
import { guessProfile } from './guess-profile.js';

function guess(kind: MeasuredKind, text: string, missing: string[] = []) {
  const format = { delimiter: guessDelimiter(text), encoding: 'utf-8', missing } as const;
  const reader = new DelimitedText(format.delimiter);
  const [header, ...rows] = [...reader.read(text), ...reader.end()].map((record) =>
    'cells' in record ? record.cells : [],
  );
  const columns = columnFacts(header!, rows, format);
  return { columns, profile: guessProfile(kind, { format, columns, zone: 'Europe/Berlin' }) };
}

const JIRA = [
  'Summary,Issue key,Status,Priority,Created,Updated,Resolved,Component/s,Component/s,Comment,Comment',
  'Mail is slow,OPS-1,In Progress,High,12/Mar/24 9:41 AM,13/Mar/24 8:00 AM,,Mail,,first,second',
  '"No mail, at all",OPS-2,Done,Highest,13/Mar/24 8:00 AM,15/Mar/24 4:00 PM,15/Mar/24 4:00 PM,Mail,Network,,',
].join('\n');

describe('guessing how a file is meant', () => {
  it('understands a Jira export, whose columns repeat', () => {
    const { columns, profile } = guess('tickets', JIRA);
    expect(columns.map(({ name }) => name).slice(-4)).toEqual([
      'Component/s (1)',
      'Component/s (2)',
      'Comment (1)',
      'Comment (2)',
    ]);
    expect(parseImportProfile(JSON.stringify(profile))).toMatchObject({
      time: { format: 'd/MMM/yy h:mm a', zone: 'Europe/Berlin' },
      identity: { number: 'Issue key', observedAt: 'Updated' },
      clock: { openedAt: 'Created', resolvedAt: 'Resolved' },
      state: { column: 'Status', values: { 'In Progress': 'active', Done: 'resolved' } },
      priority: { column: 'Priority', values: { High: 2, Highest: 1 } },
      service: { column: 'Component/s (1)' },
    });
  });

  it('understands the log of ServiceNow as its own profile does', () => {
    const own = BUILT_IN_PROFILES[0]!.definition as TicketProfile;
    const { profile } = guess(
      'tickets',
      [
        'number,incident_state,sys_mod_count,sys_updated_at,opened_at,resolved_at,closed_at,priority,assignment_group',
        'INC1,Awaiting User Info,1,29/2/2016 01:23,29/2/2016 01:16,29/2/2016 11:29,5/3/2016 12:00,3 - Moderate,Group 56',
        'INC1,Closed,2,29/2/2016 08:53,29/2/2016 01:16,29/2/2016 11:29,5/3/2016 12:00,3 - Moderate,?',
      ].join('\n'),
      ['?'],
    );
    expect(profile).toMatchObject({
      time: { format: 'd/M/yyyy HH:mm[:ss]' },
      identity: own.identity,
      clock: own.clock,
      state: { column: 'incident_state', values: { 'Awaiting User Info': 'paused', Closed: 'closed' } },
      priority: { column: 'priority', values: { '3 - Moderate': 3 } },
      holder: 'assignment_group',
    });
  });

  it('understands probes and counts, and how they are parted', () => {
    expect(
      guess('probes', 'timestamp;service;status\n2026-03-01T00:00:00Z;mail;OK\n2026-03-01T00:05:00Z;mail;error')
        .profile,
    ).toMatchObject({
      format: { delimiter: ';' },
      observedAt: 'timestamp',
      status: { column: 'status', up: ['OK'], down: ['error'] },
      service: { column: 'service' },
    });
    expect(guess('counts', 'start\tend\tgood\ttotal\n2026-03-01 00:00\t2026-03-01 01:00\t9\t10').profile).toMatchObject(
      {
        format: { delimiter: '\t' },
        time: { format: 'yyyy-MM-dd HH:mm[:ss[.SSS]][Z]' },
        from: 'start',
        to: 'end',
        good: 'good',
        total: 'total',
      },
    );
  });

  it('understands values', () => {
    const text = 'Start;End;Metric;Unit;Response time\n2026-03-01T00:00Z;2026-03-01T01:00Z;login;ms;112 98.5 240';
    expect(parseImportProfile(JSON.stringify(guess('values', text).profile))).toMatchObject({
      from: 'Start',
      to: 'End',
      series: { column: 'Metric' },
      unit: { column: 'Unit' },
      values: 'Response time',
    });
  });

  it.each([
    ['112 98,5 1.240', 'comma'],
    ['112 98.5', undefined],
    ['112 240', undefined],
    ['98,5 98.5', undefined],
    ['1,234 12,345', undefined],
    ['1,234 0,125', 'comma'],
    ['1.234,567', 'comma'],
    [Array(30).fill('98,5').join(' '), 'comma'],
  ])('tells of %s how its numbers are written', (values, mark) => {
    const text = `Start;End;Metric;Unit;Values\n2026-03-01T00:00Z;2026-03-01T01:00Z;login;ms;${values}`;
    expect(guess('values', text).profile.decimalMark).toBe(mark);
  });

  it('tells by a point in a count that it parts thousands', () => {
    const text = 'Start;End;Good;Total\n2026-03-01T00:00Z;2026-03-01T01:00Z;1.200;1.234';
    expect(guess('counts', text).profile).toMatchObject({ good: 'Good', total: 'Total', decimalMark: 'comma' });
  });

  it('takes no comma that may part thousands for one before decimals', () => {
    const text = 'Start;End;Good;Total\n2026-03-01T00:00Z;2026-03-01T01:00Z;1,200;1,234';
    expect(guess('counts', text).profile.decimalMark).toBeUndefined();
  });

  it('understands outages', () => {
    const text = 'Incident;Service;Start;End;Cause\n7;mail;01.03.2026 09:00;01.03.2026 10:00;Disk';
    expect(parseImportProfile(JSON.stringify(guess('outages', text).profile))).toMatchObject({
      time: { format: 'd.M.yyyy HH:mm[:ss]' },
      number: 'Incident',
      from: 'Start',
      to: 'End',
      cause: 'Cause',
      service: { column: 'Service' },
    });
  });

  it('leaves open what it cannot know, and says of days and months that could be either both ways', () => {
    const { columns, profile } = guess('tickets', 'a,b\n3/4/2026 09:00,x\n5/6/2026 10:00,y');
    expect(columns[0]!.timeFormats).toEqual(['d/M/yyyy HH:mm[:ss]', 'M/d/yyyy HH:mm[:ss]']);
    expect(() => parseImportProfile(JSON.stringify(profile))).toThrow('identity.number');
  });

  it('never fails, whatever the file holds', () => {
    const kinds = fc.constantFrom<MeasuredKind>('tickets', 'probes', 'counts', 'values', 'outages', 'answers');
    const cell = fc.oneof(fc.string(), fc.constantFrom('number', 'state', 'Created', '2026-03-01 09:00', '', 'P1'));
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(kinds, table, (kind, [header, ...rows]) => {
        const columns = columnFacts(header!, rows, { missing: [] });
        const drafted = guessProfile(kind, {
          format: { delimiter: ',', encoding: 'utf-8', missing: [] },
          columns,
          zone: 'Etc/UTC',
        });
        return drafted.kind === kind && columns.length === header!.length;
      }),
    );
  });
});
