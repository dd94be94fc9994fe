import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const manager = await given.person({ name: 'Mia Manager', roles: ['serviceManager'] });
const mail = await given.service({ slug: 'mail' });
const commitment = await given.commitment({
  serviceId: mail.id,
  slug: 'in-time',
  indicator: { ticketsInTime: { metric: 'closure', targets: [{ priority: 3, targetMs: 4 * 3_600_000 }] } },
});

const closed = (number: string, closed_at: string) => ({
  number,
  closed_at,
  resolved_at: closed_at,
  sys_updated_at: closed_at,
  sys_mod_count: 1,
  incident_state: 'Closed',
});
const ledger = () =>
  api.dataSource.query('SELECT number, sequence, state, priority, line FROM ticket_event ORDER BY line');
const results = () => api.dataSource.query('SELECT * FROM period_result ORDER BY commitment_id, period');

describe('a log of tickets', () => {
  it('is stored but for three bad rows, each named with its line, column, value and reason, and judged', async () => {
    const log = given.eventLog([
      { number: 'INC1' },
      closed('INC1', '2/3/2026 11:00'),
      { number: 'INC2', opened_at: '31/2/2026 09:00' },
      closed('INC3', '2/3/2026 15:00'),
      { number: 'INC4', impact: 'huge' },
      { number: 'INC5', sys_mod_count: 'x' },
    ]);

    const report = await given.imported(manager, log, { serviceId: mail.id, name: 'march.csv' });

    expect(report).toMatchObject({
      kind: 'TICKETS',
      state: 'DONE',
      fileName: 'march.csv',
      profile: { slug: 'servicenow-incident-log' },
      startedBy: { name: 'Mia Manager' },
      rowsRead: 6,
      rowsStored: 3,
      rowsKnown: 0,
      rowsRefused: 3,
      judged: 1,
      bytesRead: log.length,
      bytesTotal: log.length,
      problems: [
        { line: 4, column: 'opened_at', value: '31/2/2026 09:00', reason: 'is not a time as the profile writes it' },
        { line: 6, column: 'impact', value: 'huge', reason: 'is not a value that the profile knows' },
        { line: 7, column: 'sys_mod_count', value: 'x', reason: 'is not a whole number, 0 or more' },
      ],
    });
    expect(await ledger()).toMatchObject([
      { number: 'INC1', state: 'new', priority: 3, line: 2 },
      { number: 'INC1', state: 'closed', line: 3 },
      { number: 'INC3', state: 'closed', line: 5 },
    ]);
    expect(await results()).toContainEqual(
      expect.objectContaining({ commitment_id: commitment.id, period: '2026-03', numerator: '1', denominator: '2' }),
    );
  });

  it('changes nothing when it is imported again', async () => {
    const log = given.eventLog([closed('INC20', '3/3/2026 11:00')]);
    await given.imported(manager, log, { serviceId: mail.id });
    const [before, judged] = [await ledger(), await results()];

    const report = await given.imported(manager, log, { serviceId: mail.id });

    expect(report).toMatchObject({ state: 'DONE', rowsRead: 1, rowsStored: 0, rowsKnown: 1, judged: 0 });
    expect(await ledger()).toEqual(before);
    expect(await results()).toEqual(judged);
  });

  it('counts apart what is known under another service, and what differs from what is known', async () => {
    const [first, second] = [closed('INC25', '3/3/2026 11:00'), closed('INC26', '3/3/2026 11:00')];
    const calls = await given.service({ name: 'Calls' });
    const again = { ...second, impact: '1 - High', urgency: '1 - High' };

    const twice = await given.imported(manager, given.eventLog([first, second, again]), { serviceId: mail.id });
    const before = await ledger();
    const elsewhere = await given.imported(manager, given.eventLog([first, again]), { serviceId: calls.id });

    expect(twice).toMatchObject({ rowsRead: 3, rowsStored: 2, rowsKnown: 0, rowsElsewhere: 0, rowsDiffering: 1 });
    expect(twice.problems).toEqual([
      { line: 4, column: null, value: 'INC26', reason: 'differs from what is known, which stays' },
    ]);
    const stays = 'is known under another service, and stays there';
    expect(elsewhere.problems).toMatchObject([
      { line: 2, value: 'INC25', reason: stays },
      { line: 3, value: 'INC26', reason: stays },
    ]);
    expect(elsewhere).toMatchObject({ rowsRead: 2, rowsStored: 0, rowsKnown: 0, rowsElsewhere: 2, rowsDiffering: 0 });
    expect(await ledger()).toEqual(before);
  });

  it('changes the verdict when it tells a later story of the same ticket', async () => {
    await given.imported(manager, given.eventLog([closed('INC30', '2/3/2026 12:00')]), { serviceId: mail.id });
    const march = async () => (await results()).find(({ period }: { period: string }) => period === '2026-03');
    const before = await march();

    await given.imported(
      manager,
      given.eventLog([{ ...closed('INC30', '2/3/2026 12:00'), sys_mod_count: 2, opened_at: '1/3/2026 09:00' }]),
      { serviceId: mail.id },
    );

    expect(Number((await march()).numerator)).toBe(Number(before.numerator) - 1);
  });

  it('is not met by what was done before a ticket was opened', async () => {
    const early = { sys_updated_at: '2/2/2026 08:00', resolved_at: '?', closed_at: '?', incident_state: 'Closed' };
    const late = { ...early, sys_updated_at: '2/2/2026 16:00', sys_mod_count: 2 };
    const february = async () => (await results()).find(({ period }: { period: string }) => period === '2026-02');

    const report = await given.imported(
      manager,
      given.eventLog([
        // Nothing says when it ended, except an update from before it was opened.
        { ...early, number: 'INC35', opened_at: '2/2/2026 09:00' },
        // Its opening was corrected after it had been closed: only the update after it ends it, too late.
        { ...early, number: 'INC36', opened_at: '2/2/2026 07:00' },
        { ...late, number: 'INC36', opened_at: '2/2/2026 09:00' },
        // Worked on before it was opened, as real logs have some.
        { ...early, number: 'INC37', opened_at: '2/2/2026 09:00', incident_state: 'Active' },
        { ...closed('INC37', '2/2/2026 10:00'), opened_at: '2/2/2026 09:00', sys_mod_count: 2 },
      ]),
      { serviceId: mail.id },
    );

    const reason = 'is before the ticket was opened, and nothing else says when it was closed';
    expect(report).toMatchObject({
      rowsStored: 4,
      problems: [{ line: 2, column: 'sys_updated_at', value: '2/2/2026 08:00', reason }],
    });
    expect(await february()).toMatchObject({ numerator: '1', denominator: '2' });
  });

  it('keeps the good rows of a file whose quotes do not fit', async () => {
    const log = given.eventLog([{ number: 'INC40' }, { number: '"INC41' }, { number: 'INC42' }]);

    const report = await given.imported(manager, log, { serviceId: mail.id });

    expect(report).toMatchObject({ rowsStored: 2, rowsRefused: 1, problems: [{ line: 3, column: null }] });
  });

  it('finds the services by the values of a column, and counts the values that lead to none', async () => {
    const { importProfiles } = await api.as(manager).run('{ importProfiles { slug definition } }');
    const builtIn = JSON.parse(importProfiles[0].definition);
    const definition = { ...builtIn, service: { column: 'category', values: { Mail: 'mail', Gone: 'gone' } } };
    const input = { slug: 'by-category', name: 'By category', kind: 'TICKETS', definition: JSON.stringify(definition) };
    const save = `mutation ($input: SaveImportProfileInput!) { saveImportProfile(input: $input) { profile { slug } errors { message } } }`;
    await api.as(manager).run(save, { input });

    const report = await given.imported(
      manager,
      given.eventLog([
        { number: 'INC50' },
        { number: 'INC51', category: 'Print' },
        { number: 'INC52', category: 'Print' },
        { number: 'INC53', category: 'Gone' },
      ]),
      { profile: 'by-category' },
    );

    expect(report).toMatchObject({
      rowsRead: 4,
      rowsStored: 1,
      rowsUnmapped: 3,
      unmapped: [
        { column: 'category', value: 'Print', count: 2 },
        { column: 'category', value: 'Gone', count: 1 },
      ],
    });
  });

  it('tells of a thousand bad rows at most, and counts them all', async () => {
    const bad = Array.from({ length: 1_500 }, (_, i) => ({ number: `INC9${i}`, opened_at: 'never' }));

    const report = await given.imported(manager, given.eventLog([{ number: 'INC8' }, ...bad]), { serviceId: mail.id });

    const [{ kept }] = await api.dataSource.query(
      'SELECT count(*)::int AS kept FROM import_problem WHERE import_id = $1',
      [report.id],
    );
    expect({ refused: report.rowsRefused, shown: report.problems.length, kept }).toEqual({
      refused: 1_500,
      shown: 100,
      kept: 1_000,
    });
  });
});
