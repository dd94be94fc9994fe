import fc from 'fast-check';
import { BUILT_IN_PROFILES } from './built-in-profiles.js';
import { columnsOf } from './import-profile.js';
import type { TicketProfile } from './ticket-profile.js';
import { ticketRowReader } from './ticket-row.js';

const NOW = Date.UTC(2027, 0, 1);

const profile = BUILT_IN_PROFILES[0]!.definition as TicketProfile;
const header = columnsOf(profile);
const good = {
  number: 'INC0000045',
  sys_mod_count: '3',
  sys_updated_at: '29/2/2016 11:29',
  opened_at: '29/2/2016 01:16',
  resolved_at: '29/2/2016 11:29',
  closed_at: '5/3/2016 12:00',
  incident_state: 'Resolved',
  impact: '2 - Medium',
  urgency: '1 - High',
  assignment_group: 'Desk',
};
const cellsOf = (changes: Partial<Record<keyof typeof good, string>>) =>
  header.map((column) => ({ ...good, ...changes })[column as keyof typeof good]);
const read = ticketRowReader(profile, header, { id: 'service-1' }, NOW);

describe('reading a row of tickets', () => {
  it('understands an event, with its priority derived from impact and urgency', () => {
    expect(read(cellsOf({}))).toEqual({
      kind: 'row',
      row: {
        number: 'INC0000045',
        sequence: 3,
        observedAt: Date.UTC(2016, 1, 29, 11, 29),
        serviceId: 'service-1',
        state: 'resolved',
        priority: 2,
        openedAt: Date.UTC(2016, 1, 29, 1, 16),
        firstResponseAt: null,
        resolvedAt: Date.UTC(2016, 1, 29, 11, 29),
        closedAt: Date.UTC(2016, 2, 5, 12),
        holder: 'Desk',
        automatic: false,
      },
    });
  });

  it('takes what the file marks as missing for no value', () => {
    expect(read(cellsOf({ resolved_at: '?', closed_at: '' }))).toMatchObject({
      row: { resolvedAt: null, closedAt: null },
    });
  });

  it('treats a state that the profile does not list as its rule says', () => {
    expect(read(cellsOf({ incident_state: '-100' }))).toMatchObject({ row: { state: 'active' } });
    const strict = { ...profile, state: { ...profile.state, otherwise: 'refuse' as const } };
    expect(ticketRowReader(strict, header, { id: 's' }, NOW)(cellsOf({ incident_state: '-100' }))).toEqual({
      kind: 'refused',
      faults: [{ column: 'incident_state', value: '-100', reason: 'is not a value that the profile knows' }],
    });
  });

  it('names every fault of a row with its column and value', () => {
    expect(read(cellsOf({ opened_at: '31/2/2016 01:16', sys_mod_count: '-1', impact: 'huge', number: '?' }))).toEqual({
      kind: 'refused',
      faults: [
        { column: 'opened_at', value: '31/2/2016 01:16', reason: 'is not a time as the profile writes it' },
        { column: 'number', value: null, reason: 'has no value' },
        { column: 'sys_mod_count', value: '-1', reason: 'is not a whole number, 0 or more' },
        { column: 'impact', value: 'huge', reason: 'is not a value that the profile knows' },
      ],
    });
  });

  it('refuses a ticket that ended before it was opened', () => {
    expect(read(cellsOf({ closed_at: '28/2/2016 12:00' }))).toMatchObject({
      faults: [{ column: 'closed_at', reason: 'is before the ticket was opened' }],
    });
  });

  it('refuses an update that ends a ticket before it was opened, where nothing else says when it ended', () => {
    const early = { sys_updated_at: '28/2/2016 12:00', resolved_at: '?', closed_at: '?' };
    const faultOf = (end: string) => ({
      column: 'sys_updated_at',
      value: '28/2/2016 12:00',
      reason: `is before the ticket was opened, and nothing else says when it was ${end}`,
    });
    const refused = (end: string) => ({ kind: 'refused', faults: [faultOf(end)] });
    expect(read(cellsOf({ ...early, incident_state: 'Resolved' }))).toEqual(refused('resolved'));
    expect(read(cellsOf({ ...early, incident_state: 'Closed' }))).toEqual(refused('closed'));
    const resolved = { ...early, resolved_at: good.resolved_at };
    expect(read(cellsOf({ ...resolved, incident_state: 'Closed' }))).toEqual(refused('closed'));
  });

  it('keeps an update from before a ticket was opened that ends nothing, as real logs have some', () => {
    const early = { sys_updated_at: '28/2/2016 12:00' };
    expect(read(cellsOf({ ...early, incident_state: 'Active' }))).toMatchObject({
      row: { state: 'active', observedAt: Date.UTC(2016, 1, 28, 12) },
    });
    expect(read(cellsOf({ ...early, closed_at: '?' }))).toMatchObject({ row: { state: 'resolved' } });
  });

  it('refuses what happens to a ticket in the future', () => {
    expect(read(cellsOf({ resolved_at: '1/3/2029 11:29' }))).toMatchObject({
      faults: [{ column: 'resolved_at', value: '1/3/2029 11:29', reason: 'lies in the future' }],
    });
  });

  it('refuses a row with too many or too few cells', () => {
    expect(read([...cellsOf({}), 'more'])).toMatchObject({ kind: 'refused', faults: [{ column: null }] });
    expect(read([])).toMatchObject({ kind: 'refused', faults: [{ column: null }] });
  });

  it('holds the clocks for the reasons of the contract alone', () => {
    const paused = {
      ...profile,
      state: { ...profile.state, values: { 'On Hold': 'paused' as const } },
      pause: { column: 'hold_reason', reasons: ['Awaiting Caller'] },
    } satisfies TicketProfile;
    const read = ticketRowReader(paused, [...header, 'hold_reason'], { id: 's' }, NOW);
    const stateFor = (reason: string) => read([...cellsOf({ incident_state: 'On Hold' }), reason]);
    expect(stateFor('Awaiting Caller')).toMatchObject({ row: { state: 'paused' } });
    expect(stateFor('Awaiting Vendor')).toMatchObject({ row: { state: 'active' } });
    expect(stateFor('')).toMatchObject({ row: { state: 'active' } });
  });

  it('tells who holds a ticket, and whether a program wrote the update', () => {
    const held = { ...profile, holder: 'group', author: { column: 'by', automatic: ['system', '*-bot'] } };
    const read = ticketRowReader(held, [...header, 'group', 'by'], { id: 's' }, NOW);
    const rowFor = (group: string, by: string) => read([...cellsOf({}), group, by]);
    expect(rowFor('Service Desk', 'System')).toMatchObject({ row: { holder: 'Service Desk', automatic: true } });
    expect(rowFor('', 'triage-bot')).toMatchObject({ row: { holder: null, automatic: true } });
    expect(rowFor('?', 'systematic')).toMatchObject({ row: { holder: null, automatic: false } });
    expect(rowFor('a\tb', '')).toMatchObject({ faults: [{ column: 'group' }] });
  });

  it('finds the service by the value of a column, and leaves out rows that belong to none', () => {
    const byUrgency = ticketRowReader(
      profile,
      header,
      { column: 'urgency', idByCell: new Map([['1 - High', 'mail']]) },
      NOW,
    );
    expect(byUrgency(cellsOf({}))).toMatchObject({ row: { serviceId: 'mail' } });
    expect(byUrgency(cellsOf({ urgency: '3 - Low' }))).toEqual({
      kind: 'unmapped',
      column: 'urgency',
      value: '3 - Low',
    });
  });

  it('either understands a row or says why not, whatever stands in it', () => {
    const anything = fc.array(fc.string({ unit: 'binary' }), { minLength: header.length, maxLength: header.length });
    fc.assert(
      fc.property(anything, (cells) => {
        const reading = read(cells);
        return reading.kind === 'row' || (reading.kind === 'refused' && reading.faults.length > 0);
      }),
    );
  });

  it('needs every column that the profile names, once', () => {
    expect(() => ticketRowReader(profile, header.slice(1), { id: 's' }, NOW)).toThrow('does not name "number"');
    expect(() => ticketRowReader(profile, [...header, 'opened_at'], { id: 's' }, NOW)).toThrow(
      'names "opened_at" twice',
    );
  });
});
