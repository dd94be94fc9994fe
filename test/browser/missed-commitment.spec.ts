import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

const HOUR = 3_600_000;

/** Payroll promises that 95 % of its tickets are resolved in time; in February one of ten was not. */
async function missedFebruary() {
  const calendar = await given.calendar({ timeZone: 'Europe/Berlin' });
  const service = await given.service({ name: 'Payroll', slug: 'payroll' });
  const commitment = await given.commitment(
    {
      serviceId: service.id,
      slug: 'solved-in-time',
      name: 'Solved in time',
      target: '95',
      calendarId: calendar.id,
      indicator: {
        ticketsInTime: {
          metric: 'resolution',
          targets: [{ priority: 2, targetMs: 8 * HOUR }],
          lowVolumeUnder: null,
          allowedFailures: null,
        },
      },
      credit: null,
    },
    { timeZone: 'Europe/Berlin', name: 'Payroll for everybody' },
  );
  const inTime = Array.from({ length: 9 }, (_, i) => ({
    number: `INC1${i}`,
    priority: 2,
    openedAt: `2026-02-${String(i + 2).padStart(2, '0')}T09:00:00Z`,
    resolvedAt: `2026-02-${String(i + 2).padStart(2, '0')}T10:00:00Z`,
  }));
  // Friday at four, so that only one of its eight hours lies before the weekend.
  const late = { number: 'INC66', priority: 2, openedAt: '2026-02-20T15:00:00Z', resolvedAt: '2026-02-24T15:00:00Z' };
  await given.tickets(service, [...inTime, late]);
  await given.closed('2026-02', commitment);
}

/** A probe found the intranet down for an hour. */
async function downForAnHour() {
  const service = await given.service({ name: 'Intranet', slug: 'intranet' });
  const probed = { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: 2 * HOUR } } as const;
  const commitment = await given.commitment({
    serviceId: service.id,
    slug: 'uptime',
    name: 'Uptime',
    indicator: probed,
    credit: null,
  });
  const probes = Array.from({ length: 28 * 24 }, (_, hour): [string, boolean] => [
    new Date(Date.UTC(2026, 1, 1, hour)).toISOString(),
    hour !== 34,
  ]);
  await given.probes(service, probes);
  await given.closed('2026-02', commitment);
}

beforeAll(missedFebruary);
beforeAll(downForAnHour);

it(
  'asks why a figure is what it is, step by step down to the probe',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments/intranet/uptime?period=2026-02&tab=explanation');

    const downtime = page.getByRole('listitem').filter({ hasText: 'Outages that count: 1 of 1.' }).last();
    await downtime.getByText('What it was made of').click();
    await downtime.getByText('2 Feb 2026, 10:00 – 2 Feb 2026, 11:00').click();
    const probes = downtime.getByRole('table');
    await probes.getByRole('row', { name: /10:00:00 Down Source .*, line 35/ }).waitFor();
    await probes.getByRole('row', { name: /11:00:00 Up Source .*, line 36/ }).waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'finds why a commitment was missed, down to the ticket and how its due date came to be',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/');

    await screen(page, 'Commitments');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Payroll: Solved in time, Feb 2026, 90.00%, Missed' }).click();

    await screen(page, 'Payroll: Solved in time');
    await page.getByText('Target: at least 95%').waitFor();
    await page.getByText('Feb 2026, frozen, revision 1').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Why 90.00%?' }).click();
    await page.getByText('1 of 10 came too late.').waitFor();
    const late = page.getByRole('listitem').filter({ hasText: '1 of 10 came too late.' }).last();
    await late.getByText('What it was made of').click();
    await late.getByText('INC66').click();
    await late.getByText('Too late: 16 h were used, 8 h were promised.').waitFor();
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'What is behind it' }).click();
    await page.getByRole('switch', { name: 'Only what cost budget' }).check({ force: true });
    await page.getByText('1 of 1', { exact: true }).waitFor();
    await page.getByRole('table').getByRole('link', { name: 'INC66' }).click();

    await screen(page, 'Ticket INC66');
    await page.getByText('Too late: 16 h were used, 8 h were promised.').waitFor();
    await page.getByText('The target is used up in 2 stretches:').waitFor();
    await page.getByText('So it is due on 23 Feb 2026, 16:00.').waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'answers an address with rubbish in its search by a sentence or the default, never by a failed page',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments/payroll/solved-in-time?period=2026-02&revision=9');
    await page.getByText('There is no revision 9 of Feb 2026; the newest is 1.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to Feb 2026' }).click();
    await page.getByText('Feb 2026, frozen, revision 1').waitFor();

    await page.goto('/commitments/payroll/solved-in-time?period=2026-02&revision=abc');
    await page.getByText('Feb 2026, frozen, revision 1').waitFor();
    await page.goto('/commitments/breaches?period=abc&cursor=abc');
    await page.getByRole('link', { name: 'Payroll: Solved in time' }).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'says before an outage is recorded that it would change no figure of a service that probes judge',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/manage/downtime');
    await page.getByRole('button', { name: 'Record an outage' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Service' }).click();
    await page.getByRole('option', { name: 'Intranet' }).last().click();

    await dialog.getByRole('status').getByText('it changes no figure').waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);
