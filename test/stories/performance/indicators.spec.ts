import { Calendars } from '@accord/api/agreements/calendars/calendars.js';
import { startStory } from '../../builders/index.js';
import { COMMITMENT } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

const HOUR = 3_600_000;

async function judged(service: { slug: string }, period = '2026-02') {
  const { commitment } = await api.as(manager).run(COMMITMENT, { service: service.slug, slug: 'uptime', period });
  return commitment.result;
}

interface Contribution {
  evidence: { label: string };
  verdict: string;
  notCounted: string | null;
}

/** Kept apart from `tickets` so that each story says which priorities it promises. */
const ticketsInTime = (metric: string, targets: Record<number, number>, more = {}) => ({
  ticketsInTime: {
    metric,
    targets: Object.entries(targets).map(([priority, hours]) => ({
      priority: Number(priority),
      targetMs: hours * HOUR,
    })),
    lowVolumeUnder: null,
    allowedFailures: null,
    ...more,
  },
});

describe('probes', () => {
  const probed = { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } };

  it('judge a month: a status holds until the next probe', async () => {
    const service = await given.service();
    await given.commitment({ serviceId: service.id, indicator: probed as never });
    await given.probes(service, [
      ['2026-01-31T00:00:00Z', true],
      ['2026-02-10T08:00:00Z', false],
      ['2026-02-10T09:00:00Z', true],
      ['2026-03-02T00:00:00Z', true],
    ]);

    expect(await judged(service)).toMatchObject({
      verdict: 'MISSED',
      figure: '99.85',
      coverage: '100.00',
      contributions: { edges: [{ node: { evidence: { kind: 'PROBE', label: service.name }, countedMs: HOUR } }] },
    });
  });

  it('leave a month undecided while too little of it is known', async () => {
    const service = await given.service();
    await given.commitment({ serviceId: service.id, indicator: probed as never, coverageFloor: '50' });
    await given.probes(service, [
      ['2026-02-01T00:00:00Z', true],
      ['2026-02-08T00:00:00Z', true],
    ]);

    const result = await judged(service);

    expect(result).toMatchObject({ verdict: 'INSUFFICIENT_DATA', deemed: false, figure: '100.00', coverage: '25.00' });
    expect(result.days.map(({ hasData }: { hasData: boolean }) => hasData).filter(Boolean)).toHaveLength(7);
  });

  it('make a provider who owes them miss a month with too few of them, whatever they say', async () => {
    const service = await given.service();
    const terms = { serviceId: service.id, indicator: probed as never, coverageFloor: '50', providerOwesData: true };
    const commitment = await given.commitment(terms);
    await given.probes(service, [
      ['2026-02-01T00:00:00Z', true],
      ['2026-02-08T00:00:00Z', true],
    ]);
    await given.closed('2026-02', commitment);

    expect(await judged(service)).toMatchObject({ verdict: 'MISSED', deemed: true, figure: '100.00' });
  });

  it('make a provider who owes them miss a month without them, by the worst tier', async () => {
    const service = await given.service();
    const terms = { serviceId: service.id, indicator: probed as never, coverageFloor: '50', providerOwesData: true };
    const commitment = await given.commitment(terms, { monthlyCharge: '100' });
    await given.closed('2026-02', commitment);

    expect(await judged(service)).toMatchObject({
      verdict: 'MISSED',
      deemed: true,
      figure: null,
      breach: { credit: { percent: '25' } },
    });
  });
});

describe('tickets', () => {
  it('are judged by priority, in the hours of the calendar, in the month in which their clock is decided', async () => {
    const service = await given.service();
    const calendar = await given.calendar();
    const indicator = ticketsInTime('resolution', { 1: 4, 2: 8 }) as never;
    await given.commitment({ serviceId: service.id, calendarId: calendar.id, indicator, target: '60', credit: null });

    await given.tickets(service, [
      // Friday 15:00, resolved Monday 10:00: 3 open hours.
      { number: 'A', priority: 1, openedAt: '2026-02-06T15:00:00Z', resolvedAt: '2026-02-09T10:00:00Z' },
      // 5 open hours for a target of 4.
      { number: 'B', priority: 1, openedAt: '2026-02-10T09:00:00Z', resolvedAt: '2026-02-10T14:00:00Z' },
      // The same for a target of 8.
      { number: 'C', priority: 2, openedAt: '2026-02-10T09:00:00Z', resolvedAt: '2026-02-10T14:00:00Z' },
      // Nobody promised anything for it.
      { number: 'D', priority: 5, openedAt: '2026-02-10T09:00:00Z', resolvedAt: '2026-02-10T14:00:00Z' },
      // Met in March.
      { number: 'E', priority: 2, openedAt: '2026-02-27T16:00:00Z', resolvedAt: '2026-03-02T10:00:00Z' },
      // Never resolved: missed on 12 February, 13:00.
      { number: 'F', priority: 1, openedAt: '2026-02-12T09:00:00Z' },
    ]);

    const result = await judged(service);
    expect(result).toMatchObject({
      verdict: 'MISSED',
      deemed: false,
      figure: '50.00',
      numerator: '2',
      denominator: '4',
      budget: { unit: 'tickets' },
    });
    const rows = result.contributions.edges.map(({ node }: { node: Contribution }) => [
      node.evidence.label,
      node.verdict,
      node.notCounted,
    ]);
    expect(rows).toEqual([
      ['F', 'missed', null],
      ['B', 'missed', null],
      ['E', 'running', 'undecided'],
      ['A', 'met', null],
      ['C', 'met', null],
      ['D', 'notCounted', 'noTarget'],
    ]);
    expect(await judged(service, '2026-03')).toMatchObject({ numerator: '1', denominator: '1' });
  });

  it('are explained in the hours in which they began, also where a result of other hours decides them', async () => {
    const service = await given.service();
    const calendar = await given.calendar();
    const indicator = ticketsInTime('resolution', { 1: 8 }) as never;
    await given.commitment({ serviceId: service.id, calendarId: calendar.id, indicator, target: '50', credit: null });
    const allDay = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => ({ day, hours: [{ from: '00:00', to: '24:00' }] }));
    const hours = { weekly: allDay, holidays: [], overrides: [], breaks: [] };
    const office = await given.act(await given.person({ roles: ['btOffice', 'serviceManager', 'vendorManager'] }));
    const { change } = await api
      .get(Calendars)
      .change(office, calendar.id, { effectiveFrom: '2026-03-01', hours, reason: 'Day and night.' });
    await api.get(Calendars).approve(await given.act(await given.person({ roles: ['btOffice'] })), change!.id);
    // Friday 15:00 to Monday 15:00: 2 + 6 hours of the office, as the calendar was in February.
    const [ticket] = await given.tickets(service, [
      { priority: 1, openedAt: '2026-02-27T15:00:00Z', resolvedAt: '2026-03-02T15:00:00Z' },
    ]);

    const { ticket: seen } = await api
      .as(manager)
      .run(`query ($id: ID!) { ticket(id: $id) { clocks { period verdict elapsedMs dueNear } } }`, { id: ticket!.id });

    expect(await judged(service, '2026-03')).toMatchObject({ numerator: '1', denominator: '1' });
    expect(seen.clocks).toEqual([
      { period: '2026-03', verdict: 'met', elapsedMs: 8 * HOUR, dueNear: '2026-03-02T15:00:00.000Z' },
    ]);
  });

  it('stand still while somebody else has to act, and until they are opened again', async () => {
    const service = await given.service();
    await given.commitment({
      serviceId: service.id,
      indicator: ticketsInTime('resolution', { 3: 4 }) as never,
      target: '50',
    });
    const [ticket] = await given.tickets(service, [
      {
        openedAt: '2026-02-10T08:00:00Z',
        paused: [['2026-02-10T10:00:00Z', '2026-02-10T20:00:00Z']],
        resolvedAt: '2026-02-10T21:00:00Z',
        closedAt: '2026-02-12T00:00:00Z',
      },
    ]);

    const { ticket: seen } = await api.as(manager).run(
      `query ($id: ID!) { ticket(id: $id) { number state source { kind } service { slug } events { sequence state }
         clocks { commitment { slug } metric startedAt stoppedAt targetMs elapsedMs dueNear verdict period explanation { rule } } } }`,
      { id: ticket!.id },
    );

    expect(seen).toMatchObject({ state: 'closed', source: { kind: 'TICKETS' }, service: { slug: service.slug } });
    expect(seen.events.map(({ state }: { state: string }) => state)).toEqual([
      'new',
      'paused',
      'active',
      'resolved',
      'closed',
    ]);
    expect(seen.clocks).toMatchObject([
      {
        metric: 'RESOLUTION',
        targetMs: 4 * HOUR,
        elapsedMs: 3 * HOUR,
        dueNear: '2026-02-10T22:00:00.000Z',
        verdict: 'met',
        period: '2026-02',
      },
    ]);
    expect(seen.clocks[0].explanation.map(({ rule }: { rule: string }) => rule)).toContain('clock.pause');
  });

  it('are judged by their first response where that is promised', async () => {
    const service = await given.service();
    await given.commitment({
      serviceId: service.id,
      indicator: ticketsInTime('firstResponse', { 3: 1 }) as never,
      target: '50',
    });
    await given.tickets(service, [
      { openedAt: '2026-02-10T08:00:00Z', firstResponseAt: '2026-02-10T08:30:00Z', resolvedAt: '2026-02-20T08:00:00Z' },
      { openedAt: '2026-02-10T08:00:00Z', firstResponseAt: '2026-02-10T09:30:00Z', resolvedAt: '2026-02-20T08:00:00Z' },
    ]);

    expect(await judged(service)).toMatchObject({ numerator: '1', denominator: '2', verdict: 'MET' });
  });

  it('run by the terms under which they were opened, and count once when newer terms come', async () => {
    const service = await given.service();
    const terms = (hours: number) => ({
      serviceId: service.id,
      indicator: ticketsInTime('resolution', { 3: hours }) as never,
      target: '50',
      credit: null,
    });
    const { agreement, commitments } = await given.agreement({ terms: [terms(24)] });
    await given.inForce(await given.nextVersion(agreement, '2026-02-01', [terms(1000)]));
    await given.tickets(service, [
      // By the older terms missed on 11 January; the newer ones would have met it in February.
      { openedAt: '2026-01-10T00:00:00Z', resolvedAt: '2026-02-05T00:00:00Z' },
      // By the older terms missed on 1 February.
      { openedAt: '2026-01-31T12:00:00Z', resolvedAt: '2026-02-05T00:00:00Z' },
      { openedAt: '2026-02-01T00:00:00Z', resolvedAt: '2026-02-05T00:00:00Z' },
    ]);

    expect(await given.resultOf(commitments[0]!, '2026-01')).toMatchObject({ numerator: '0', denominator: '1' });
    expect(await given.resultOf(commitments[0]!, '2026-02')).toMatchObject({ numerator: '1', denominator: '2' });
  });

  it('may fail a few times where there are only a few', async () => {
    const service = await given.service();
    const indicator = ticketsInTime('resolution', { 3: 1 }, { lowVolumeUnder: 10, allowedFailures: 1 }) as never;
    await given.commitment({ serviceId: service.id, indicator, target: '95' });
    await given.tickets(service, [
      { openedAt: '2026-02-10T08:00:00Z', resolvedAt: '2026-02-10T08:30:00Z' },
      { openedAt: '2026-02-10T08:00:00Z', resolvedAt: '2026-02-10T10:30:00Z' },
    ]);

    expect(await judged(service)).toMatchObject({ figure: '50.00', verdict: 'MET' });
  });

  it('change an open month when their source tells more', async () => {
    const service = await given.service();
    const source = await given.source();
    await given.commitment({
      serviceId: service.id,
      indicator: ticketsInTime('closure', { 3: 24 }) as never,
      target: '50',
    });
    const ticket = { number: 'INC1', openedAt: '2026-02-10T08:00:00Z' };
    await given.tickets(service, [ticket], source);
    expect(await judged(service)).toMatchObject({ numerator: '0', denominator: '1', verdict: 'MISSED' });

    const told = {
      sourceId: source.id,
      number: 'INC1',
      sequence: 7,
      observedAt: '2026-02-10T09:00:00Z',
      serviceId: service.id,
    };
    await api.dataSource.query(
      `INSERT INTO ticket_event (source_id, number, sequence, observed_at, service_id, state, priority, opened_at, closed_at)
       VALUES ($1, $2, $3, $4, $5, 'closed', 3, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z')`,
      Object.values(told),
    );
    await given.tickets(
      service,
      [{ number: 'INC2', openedAt: '2026-02-10T08:00:00Z', closedAt: '2026-02-10T09:00:00Z' }],
      source,
    );
    await given.projected(source, service);

    expect(await judged(service)).toMatchObject({ numerator: '2', denominator: '2', verdict: 'MET' });
  });
});

describe('counts', () => {
  const series = { goodOfTotal: { series: 'orders' } } as never;

  it('judge a month by the sum of the good over the sum of all, the figures recorded last', async () => {
    const service = await given.service();
    await given.commitment({ serviceId: service.id, indicator: series, target: '99' });
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-15T00:00:00Z', 500, 1000);
    await given.counts(service, 'orders', '2026-02-15T00:00:00Z', '2026-03-01T00:00:00Z', 9, 10);
    await given.counts(service, 'other', '2026-02-15T00:00:00Z', '2026-03-01T00:00:00Z', 0, 10);
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-15T00:00:00Z', 995, 1000, 'Read twice.');

    expect(await judged(service)).toMatchObject({
      verdict: 'MET',
      figure: '99.40',
      numerator: '1004',
      denominator: '1010',
      contributions: { totalCount: 2, edges: [{ node: { total: '1000', good: '995', verdict: 'bad' } }, {}] },
    });
  });

  it('are refused when more is good than there is, or when intervals overlap', async () => {
    const service = await given.service();
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-15T00:00:00Z', 5, 10);
    const record = (good: number, from: string) =>
      api
        .as(manager)
        .run(
          `mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { recorded errors { code field } } }`,
          { input: { serviceId: service.id, series: 'orders', from, to: '2026-02-20T00:00:00Z', good, total: 10 } },
        );

    expect((await record(11, '2026-02-15T00:00:00Z')).recordCounts).toEqual({
      recorded: false,
      errors: [{ code: 'MORE_THAN_ALL', field: ['good'] }],
    });
    expect((await record(1, '2026-02-14T00:00:00Z')).recordCounts).toEqual({
      recorded: false,
      errors: [{ code: 'OVERLAP', field: ['from'] }],
    });
  });

  it('are listed one by one, newest first, a page at a time, the figures that count and who recorded them', async () => {
    const service = await given.service();
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 1, 10);
    await given.counts(service, 'orders', '2026-02-02T00:00:00Z', '2026-02-03T00:00:00Z', 8, 10);
    await given.counts(service, 'mails', '2026-02-02T00:00:00Z', '2026-02-03T00:00:00Z', 3, 3);
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 9, 10, 'Read twice.');
    const list = async (more: object) => {
      const { counts } = await api.as(manager).run(
        `query ($serviceId: ID!, $series: String, $first: Int, $after: String) {
           counts(serviceId: $serviceId, series: $series, first: $first, after: $after) {
             totalCount pageInfo { hasNextPage endCursor } edges { node { series from good total recordedBy { name } } } } }`,
        { serviceId: service.id, ...more },
      );
      return counts;
    };

    const first = await list({ series: 'orders', first: 1 });
    const second = await list({ series: 'orders', first: 1, after: first.pageInfo.endCursor });

    const recordedBy = { name: 'Maya Sure' };
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect([first, second].map(({ edges }) => edges[0].node)).toEqual([
      { series: 'orders', from: '2026-02-02T00:00:00.000Z', good: 8, total: 10, recordedBy },
      { series: 'orders', from: '2026-02-01T00:00:00.000Z', good: 9, total: 10, recordedBy },
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await list({})).totalCount).toBe(3);
  });
});
