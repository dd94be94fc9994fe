import { startStory } from '../builders/index.js';
import { temporaryFolder } from '../platform/server-process.js';
import { PROPOSE_EXCLUSION } from '../stories/performance/documents.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser } from './browser.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const browser = openBrowser(api);
const [asking, deciding] = await given.serviceManagers();

/** The intranet was down for an hour of February at 1,000 euros a month, which is closed. */
async function missedFebruary() {
  const service = await given.service({ name: 'Intranet', slug: 'intranet' });
  const commitment = await given.commitment({ serviceId: service.id }, { monthlyCharge: '1000.00' });
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z', 'The plug was pulled.');
  await given.closed('2026-02', commitment);
}

beforeAll(missedFebruary);

it(
  'asks that time does not count, with its reason and evidence',
  async () => {
    const page = await browser.visit(asking!, '/commitments/intranet/uptime?period=2026-02');
    const button = page.getByRole('button', { name: 'Propose an exclusion' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Propose that time does not count' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Propose an exclusion');

    // What was typed is asked after, not dropped.
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Why it should not count').fill('Half of it');
    await page.keyboard.press('Escape');
    const asked = page.getByRole('dialog', { name: 'Close and lose what you wrote?' });
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await asked.waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('Why it should not count').inputValue()).toBe('Half of it');
    await dialog.getByLabel('From').fill('2026-02-10T08:00');
    await dialog.getByLabel('To').fill('2026-02-10T08:45');
    await dialog.getByRole('combobox', { name: 'For what reason' }).click();
    await page.getByRole('option', { name: 'Caused by the customer' }).click();
    await dialog.getByLabel('Why it should not count').fill('The customer pulled the plug.');
    await dialog.getByRole('combobox', { name: 'What happened here that shows it' }).click();
    await page.getByRole('option', { name: /^The plug was pulled/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByLabel('A note').fill('Said by telephone at eight.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click();

    await dialog.getByText('Leads to a restatement').waitFor();
    await dialog
      .getByText(/99\.96/)
      .first()
      .waitFor();
    await dialog.getByText('€100.00').waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'approves it after a look at what it changes now, and shows the restatement',
  async () => {
    const page = await browser.visit(deciding!, '/commitments/exclusions');
    const card = page.getByRole('article').filter({ hasText: 'Intranet: Uptime' });
    await card.getByText('Caused by the customer').waitFor();
    await card.getByRole('link', { name: 'The plug was pulled.' }).waitFor();
    await card.getByText('Said by telephone at eight.').waitFor();
    await expectAccessible(page);
    await card.getByRole('button', { name: 'Approve' }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve the exclusion for Intranet: Uptime?' });
    await dialog.getByText('Leads to a restatement').waitFor();
    await dialog.getByRole('checkbox', { name: 'Restate Feb 2026 now' }).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Approve and restate' }).click();
    await page.getByText('Approved, and restated: Feb 2026.').waitFor();

    await page.goto('/commitments/intranet/uptime?period=2026-02&tab=revisions');
    await page.getByText('“Exclusion approved: The customer pulled the plug.”').waitFor();
    await page.getByText('Revision 2').first().waitFor();
    await page.getByText(/0\.11/).first().waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'says before it is approved that who brought late data needs another one to restate',
  async () => {
    const shop = await given.service({ name: 'Shop', slug: 'shop' });
    const indicator = { goodOfTotal: { series: 'orders' } } as never;
    const { id: commitmentId } = await given.commitment({ serviceId: shop.id, indicator, target: '90' });
    const time = { from: '2026-02-05T00:00:00Z', to: '2026-02-06T00:00:00Z' };
    await given.counts(shop, 'orders', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 80, 100);
    await given.counts(shop, 'orders', time.from, time.to, 0, 100);
    await given.closed('2026-02', { id: commitmentId });
    const words = { category: 'CUSTOMER_CAUSE', reason: 'They pulled the plug.' };
    await api.as(asking!).run(PROPOSE_EXCLUSION, { input: { commitmentId, ...time, ...words } });
    const late = { from: '2026-02-10T00:00:00Z', to: '2026-02-10T12:00:00Z', good: 1000, total: 1000 };
    await api
      .as(deciding!)
      .run(`mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { code } } }`, {
        input: { serviceId: shop.id, series: 'orders', ...late },
      });

    const page = await browser.visit(deciding!, '/commitments/exclusions');
    const card = page.getByRole('article').filter({ hasText: 'Shop: Uptime' });
    await card.getByRole('button', { name: 'Approve' }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve the exclusion for Shop: Uptime?' });
    await dialog.getByText('Data that arrived after closing is part of the difference').waitFor();
    await dialog.getByText('Feb 2026: you brought the data that betters this figure').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('A service manager was told to restate Feb 2026.').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'tells late data from what an exclusion changes',
  async () => {
    const depot = await given.service({ name: 'Depot', slug: 'depot' });
    const commitment = await given.commitment({ serviceId: depot.id });
    const time = { from: '2026-02-20T08:00:00Z', to: '2026-02-20T09:00:00Z' };
    await given.maintenance(depot, time.from, time.to);
    await given.closed('2026-02', commitment);
    await given.outage(depot, '2026-02-05T08:00:00Z', '2026-02-05T10:00:00Z', 'Found in an old log.');
    const words = { category: 'CUSTOMER_CAUSE', reason: 'They pulled the plug.' };
    await api.as(asking!).run(PROPOSE_EXCLUSION, { input: { commitmentId: commitment.id, ...time, ...words } });

    const page = await browser.visit(deciding!, '/commitments/exclusions');
    const card = page.getByRole('article').filter({ hasText: 'Depot: Uptime' });
    await card.getByRole('button', { name: 'Approve' }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve the exclusion for Depot: Uptime?' });
    await dialog.getByText('The difference comes from data that arrived after closing, not from this').waitFor();
    expect(await dialog.getByText('Leads to a restatement').count()).toBe(0);
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'says before a period is closed that an exclusion of it waits',
  async () => {
    const wiki = await given.service({ name: 'Wiki', slug: 'wiki' });
    const { id: commitmentId } = await given.commitment({ serviceId: wiki.id });
    await given.outage(wiki, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
    const time = { from: '2026-02-10T08:00:00Z', to: '2026-02-10T09:00:00Z' };
    const input = { commitmentId, ...time, category: 'CUSTOMER_CAUSE', reason: 'They pulled the plug.' };
    await api.as(asking!).run(PROPOSE_EXCLUSION, { input });

    const page = await browser.visit(deciding!, '/commitments/wiki/uptime?period=2026-02');
    await page.getByRole('button', { name: 'Close Feb 2026' }).click();
    await page.getByRole('note').filter({ hasText: 'An exclusion waits for a second person.' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'See what waits' }).click();
    await page.getByRole('article').filter({ hasText: 'Wiki: Uptime' }).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
