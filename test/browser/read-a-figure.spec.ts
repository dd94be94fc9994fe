import { Findings } from '@accord/api/performance/findings/findings.js';
import type { Trend } from '@accord/domain';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const service = await given.service({ name: 'Shop', slug: 'shop' });
const commitment = await given.commitment(
  { serviceId: service.id, slug: 'open', name: 'Open', target: '99.9' },
  { monthlyCharge: '1000.00' },
);
await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T11:00:00Z');
await given.closed('2026-02', commitment);

it(
  'writes on the time of a figure, and others find it numbered beside the chart, on paper, and ended again',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments/shop/open?period=2026-02');
    await screen(page, 'Shop: Open');
    await page.getByRole('button', { name: 'Annotate' }).click();
    await page.getByLabel('At, or from').fill('2026-02-09T08:00');
    await page.getByLabel('To', { exact: true }).fill('2026-02-11T08:00');
    await page.getByLabel('What others should know').fill('The data centre moved.');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Annotate' }).click();
    const list = page.getByRole('list', { name: 'Annotations' });
    await list.getByText('The data centre moved.').waitFor();
    await page
      .getByRole('img', { name: /budget/i })
      .getByText('1', { exact: true })
      .waitFor();
    await expectAccessible(page);

    const auditor = await given.person({ roles: ['auditor'] });
    const sheet = await browser.visit(auditor, '/commitments/shop/open/print?period=2026-02');
    await sheet.getByText('The data centre moved.').waitFor();
    expect(await sheet.getByRole('button', { name: /^End/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'End “The data centre moved.”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
    await page.getByRole('button', { name: 'Show 1 that ended' }).click();
    await list.getByText(/Ended by/).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

/** Twelve weeks, a hundredth of a point less in each. */
const DRIFTED: Trend = {
  unit: 'percent',
  counted: 'outages',
  limit: 99.9,
  passesOn: '2026-06-14',
  weeks: Array.from({ length: 12 }, (_, i) => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 5 + n)).toISOString().slice(0, 10);
    const line = 100 - 0.01 * i;
    const share = { value: line, good: line * 6_048_000, total: 604_800_000 };
    return { from: day(7 * i), to: day(7 * i + 6), line, ...share, count: 1, periods: [day(7 * i).slice(0, 7)] };
  }),
};

it(
  'is told that a promise drifts, and does from the palette what the screen offers, no more',
  async () => {
    const [manager] = await given.serviceManagers();
    const found = { level: '99.93', target: '99.9', pace: '0.01', about: '14 June 2026', between: 'May to August' };
    const facts = { ...found, weeks: '26 weeks', chance: '0.4%' };
    await api.dataSource.transaction((tx) =>
      api.get(Findings).open(tx, { viewer: null, at: api.clock.now() }, 'drift', {
        subjectId: commitment.id,
        serviceIds: [service.id],
        facts,
        trend: DRIFTED,
      }),
    );
    const page = await browser.visit(manager!, '/commitments/shop/open');
    await page.getByText(/At this pace its target of 99\.90?% is missed about 14 June 2026/).waitFor();
    await page.getByRole('img', { name: /^12 weeks, from 100\.000% to 99\.890%; the line meets 99\.9%/ }).waitFor();
    await page.getByRole('button', { name: 'Show the 12 weeks' }).click();
    const week = page.getByRole('table', { name: 'The weeks that were looked at' }).getByRole('row').nth(6);
    await week.getByText('9 Feb – 15 Feb 2026').waitFor();
    await week.getByText(/1 outage, 5 min 2 s of 168 h down/).waitFor();
    await expectAccessible(page);
    await week.getByRole('link', { name: 'Behind 9 Feb – 15 Feb 2026, in Feb 2026' }).click();
    await page.getByRole('button', { name: 'Only 9 Feb 2026 – 15 Feb 2026: show the whole period' }).waitFor();
    await page.getByRole('table', { name: 'What is behind the figure' }).getByRole('row').nth(1).waitFor();
    expect(new URL(page.url()).search).toBe('?period=2026-02&since=2026-02-09&until=2026-02-15');
    await page.goto('/commitments/shop/open');
    await screen(page, 'Shop: Open');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('propose');
    await page.getByRole('option', { name: 'Propose an exclusion' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Propose that time does not count' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: 'See the finding' }).click();
    await screen(page, 'Findings');
    expect(new URL(page.url()).search).toBe(`?kind=DRIFT&service=${service.id}`);

    const theirs = await browser.visit(await given.person({ roles: ['executive'] }), '/commitments/shop/open');
    await screen(theirs, 'Shop: Open');
    await theirs.keyboard.press('Control+k');
    await theirs.getByRole('combobox').fill('pro');
    await theirs.getByRole('option', { name: /Providers/ }).waitFor();
    expect(await theirs.getByRole('option', { name: /exclusion$/ }).count()).toBe(0);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'looks at the measurements of a figure over time, and of some days of it, as a picture and as a table',
  async () => {
    const [manager] = await given.serviceManagers();
    const mail = await given.service({ name: 'Mail', slug: 'mail' });
    const indicator = { goodOfTotal: { series: 'mails' } } as never;
    await given.commitment({ serviceId: mail.id, slug: 'sent', name: 'Sent', target: '95', indicator, credit: null });
    for (let day = 1; day <= 9; day += 1)
      await given.counts(mail, 'mails', `2026-03-0${day}T00:00:00Z`, `2026-03-0${day}T12:00:00Z`, 90 + day, 100);
    const page = await browser.visit(manager!, '/commitments/mail/sent?tab=measured');
    await page.getByRole('img', { name: /^9 measurements from 91% to 99%; target 95%/ }).waitFor();
    await page.getByText(/All 9 measurements\./).waitFor();
    await expectAccessible(page);

    await page.getByLabel('From', { exact: true }).fill('2026-03-04');
    await page.getByRole('img', { name: /^6 measurements from 94% to 99%/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=measured&since=2026-03-04');
    await page
      .getByRole('region', { name: '“mails” as measured' })
      .getByRole('button', { name: 'View as table' })
      .click();
    const table = page.getByRole('table', { name: '“mails” as measured' });
    expect(await table.getByRole('row').count()).toBe(7);
    await page.getByRole('button', { name: /show the whole period$/ }).click();
    await page.getByText(/All 9 measurements\./).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'opens first the view that one chose, shows all once it is cleared, and sends a link with its months and its zone',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments?q=nothing');
    await screen(page, 'Commitments');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByLabel('Name').fill('Mine');
    await page.getByLabel('Opens first for me').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.goto(`${api.address}/commitments`);
    await page.waitForURL('**/commitments?q=nothing');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL('**/commitments?view=all');
    await page.getByRole('link', { name: 'Shop', exact: true }).waitFor();

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.searchParams.get('until')).toBe('2026-03');
    expect(link.searchParams.get('tz')).toBe(
      await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    );

    const there = await browser.visit(manager!, '/manage/downtime?tz=Asia/Tokyo');
    await there.getByText('10 Feb 2026, 17:00').waitFor();
    await there.getByText('Times are shown in Asia/Tokyo').waitFor();
    await expectAccessible(there);
    await there.getByRole('link', { name: /^Show them in/ }).click();
    await there.getByText('Times are shown in Asia/Tokyo').waitFor({ state: 'detached' });
    expect(await there.getByText('10 Feb 2026, 17:00').count()).toBe(0);
  },
  BROWSER_TIMEOUT_MS,
);
