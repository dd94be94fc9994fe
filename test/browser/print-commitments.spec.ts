import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const service = await given.service({ name: 'Payroll', slug: 'payroll' });
const commitment = await given.commitment({ serviceId: service.id, slug: 'uptime', name: 'Uptime' });
await given.outage(service, '2026-02-03T00:00:00Z', '2026-02-03T03:00:00Z', 'A cable.');
await given.closed('2026-02', commitment);

it(
  'takes the heat table and a result to paper, with the parameters of their screens',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments?q=payroll');
    await page.getByRole('button', { name: 'Export 1 row' }).click();
    const file = await page.getByRole('menuitem', { name: 'CSV, 1 row' }).getAttribute('href');
    expect(file).toBe('/export/commitments.csv?q=payroll&until=2026-03');
    const sheet = await page.getByRole('menuitem', { name: 'Sheet to print' }).getAttribute('href');

    await page.goto(sheet!);
    await screen(page, 'Commitments');
    await page.getByText('“payroll”').waitFor();
    await page.getByRole('row', { name: /Breaches of the 1 commitment/ }).waitFor();
    await expectAccessible(page);

    await page.goto('/commitments/payroll/uptime/print?period=2026-02');
    await screen(page, 'Payroll: Uptime');
    await page.getByText('Why 99.55%?').waitFor();
    await page.getByText('A cable.').first().waitFor();
    await expectAccessible(page);
    await page.goto('/commitments/payroll/uptime/print?period=2026-02&revision=1.5');
    await page.getByRole('heading', { name: 'A revision is a whole number from 1 on' }).waitFor();
    expect(await page.getByText('Why 99.55%?').count()).toBe(0);

    await page.goto('/commitments/payroll/uptime/print?period=2026-02&revision=1');
    await page.getByText('Why 99.55%?').waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe('light');
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'tells every time of a result in the zone of its periods, which stands on the page, and not in that of the reader',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments/payroll/uptime/print?period=2026-02&tz=Asia/Tokyo');
    await page.getByText('Periods and times in UTC').waitFor();
    const revision = page.getByText(/data as of \d/);
    await revision.waitFor();
    const [, at] = /data as of (.* 20\d\d, \d\d:\d\d)/.exec((await revision.textContent())!)!;
    expect(await page.locator('dt:text-is("Data as of") + dd').textContent()).toBe(at);
    expect(
      await page
        .locator('span')
        .filter({ hasText: /^Data as of/ })
        .locator('time')
        .first()
        .textContent(),
    ).toBe(at);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'keeps a view under a name, and finds it and a commitment again by the palette',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments?group=provider');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Who fails');
    await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.goto('/settings/views');
    await screen(page, 'Saved views');
    await page.getByRole('link', { name: 'Who fails' }).waitFor();
    await expectAccessible(page);

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('uptime');
    await page.getByRole('option', { name: /Payroll: Uptime/ }).waitFor();
    await page.getByRole('combobox').fill('who');
    await page.getByRole('option', { name: /Who fails/ }).click();
    await page.waitForURL('**/commitments?group=provider');
  },
  BROWSER_TIMEOUT_MS,
);
