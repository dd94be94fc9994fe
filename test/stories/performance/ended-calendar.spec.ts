import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

it('judges a clock whose calendar ends before its time is used up: it is due never', async () => {
  const days = [{ date: '2026-02-03', hours: [{ from: '09:00', to: '12:00' }] }];
  const calendar = await given.calendar({ hours: { weekly: [], holidays: [], overrides: days, breaks: [] } });
  const service = await given.service();
  const indicator = { ticketsInTime: { metric: 'resolution', targets: [{ priority: 3, targetMs: 8 * 3_600_000 }] } };
  await given.commitment({
    serviceId: service.id,
    calendarId: calendar.id,
    indicator: indicator as never,
    credit: null,
  });
  const [ticket] = await given.tickets(service, [
    { openedAt: '2026-02-03T09:00:00Z', resolvedAt: '2026-02-05T09:00:00Z' },
  ]);

  const asked = `query ($id: ID!) { ticket(id: $id) { clocks { verdict elapsedMs dueNear dueFar } } }`;
  const { clocks } = (await api.as(manager).run(asked, { id: ticket!.id })).ticket;
  expect(clocks).toEqual([{ verdict: 'met', elapsedMs: 3 * 3_600_000, dueNear: null, dueFar: null }]);
});
