import { readAlertmanager } from './alertmanager.js';
import { isOldNews, isWithinTime, reportedSpan } from './outage-report.js';
import { readStatuspage } from './statuspage.js';

const at = (time: string) => new Date(`2026-03-16T${time}:00Z`);

it('makes one outage of reports that overlap, which lasts as long as any of them', () => {
  const first = { from: at('10:00'), to: at('10:30') };
  const later = { from: at('10:10'), to: at('10:50') };
  expect(reportedSpan([later, first])).toEqual({ from: at('10:00'), to: at('10:50') });
  expect(reportedSpan([first, { from: at('10:20'), to: null }])).toEqual({ from: at('10:00'), to: null });
});

it('tells news from what was said before, also when messages arrive in another order', () => {
  const ended = { from: at('10:00'), to: at('10:30'), saidAt: null };
  const running = { from: at('10:00'), to: null, saidAt: null };
  expect([isOldNews(ended, ended), isOldNews(ended, running), isOldNews(running, running)]).toEqual([true, true, true]);
  expect([isOldNews(running, ended), isOldNews(ended, { ...ended, to: at('10:40') })]).toEqual([false, false]);
});

it('goes by when it was said, where that is told: what has ended may go on', () => {
  const ended = { from: at('10:00'), to: at('10:30'), saidAt: at('10:31') };
  const again = { from: at('10:00'), to: null, saidAt: at('10:40') };
  expect([isOldNews(ended, again), isOldNews(ended, { ...again, saidAt: at('10:05') })]).toEqual([false, true]);
  expect([isOldNews(again, ended), isOldNews(again, { ...again, saidAt: at('10:50') })]).toEqual([true, true]);
});

it('is within a time that lasts, and not within one that ended before', () => {
  const [time, later] = [
    { from: at('10:00'), to: at('10:30') },
    { from: at('10:10'), to: null },
  ];
  expect([isWithinTime(time, time), isWithinTime(later, { ...time, to: null })]).toEqual([true, true]);
  expect([isWithinTime(later, time), isWithinTime(time, later)]).toEqual([false, false]);
});

it('reads alerts, each firing by itself', () => {
  const alert = { labels: { alertname: 'Down' }, startsAt: '2026-03-16T11:00:00+01:00', fingerprint: 'f1' };
  const alerts = [
    { ...alert, status: 'firing', endsAt: '0001-01-01T00:00:00Z', labels: { ...alert.labels, accord_service: 'mail' } },
    { ...alert, status: 'resolved', endsAt: '2026-03-16T10:30:00Z', annotations: { summary: 'Mail is down' } },
  ];
  expect(readAlertmanager({ version: '4', alerts }).reports).toEqual([
    {
      externalId: 'f1/2026-03-16T10:00:00.000Z',
      service: 'mail',
      from: at('10:00'),
      to: null,
      cause: 'Down',
      saidAt: null,
    },
    {
      externalId: 'f1/2026-03-16T10:00:00.000Z',
      service: null,
      from: at('10:00'),
      to: at('10:30'),
      cause: 'Mail is down',
      saidAt: null,
    },
  ]);
  const { reports, unread } = readAlertmanager({ alerts: [{ ...alert, status: 'maybe' }, alerts[0], null] });
  expect(reports).toHaveLength(1);
  expect(unread).toEqual([
    { id: 'f1', place: 'alerts.0', service: null, reason: expect.stringMatching(/^alerts\.0\.status: /) },
    { id: 'alerts.2', place: 'alerts.2', service: null, reason: expect.stringMatching(/^alerts\.2: /) },
  ]);
  expect(() => readAlertmanager({ alerts: 'all' })).toThrow('alerts: ');
  expect(() => readAlertmanager('no')).toThrow('expected object');
});

it('reads incidents, and leaves out those without impact', () => {
  const incident = { id: 'i1', name: 'Slow', impact: 'minor', created_at: '2026-03-16T10:05:00.000Z' };
  expect(readStatuspage({ incidents: [{ ...incident, started_at: '2026-03-16T10:00:00Z' }] }).reports).toEqual([
    { externalId: 'i1', service: null, from: at('10:00'), to: null, cause: 'Slow', saidAt: null },
  ]);
  const { reports, ignored } = readStatuspage({ incident: { ...incident, impact: 'none' } });
  expect([reports, ignored]).toEqual([[], [{ externalId: 'i1', reason: 'Its impact is none: it is no outage.' }]]);
  const page = readStatuspage({ incidents: [incident, null, { ...incident, created_at: 'today' }] });
  expect(page.reports).toHaveLength(1);
  expect(page.unread.map(({ id, place }) => [id, place])).toEqual([
    ['incidents.1', 'incidents.1'],
    ['i1', 'incidents.2'],
  ]);
  expect(() => readStatuspage({ incident: null })).toThrow('incident: ');
  expect(() => readStatuspage({ incidents: [null, 7] })).toThrow('incidents.0: ');
  expect(readStatuspage({ incidents: [] })).toEqual({ reports: [], ignored: [], unread: [] });
  expect(() => readStatuspage([])).toThrow(/[a-z]/);
  const component = { component_update: { id: 'u1', new_status: 'operational' }, component: { id: 'c1' } };
  expect(readStatuspage(component)).toMatchObject({ reports: [], ignored: [{ externalId: 'u1' }] });
});
