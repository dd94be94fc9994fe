import type { Page } from 'playwright-core';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, openBrowser, screen } from './browser.js';

/** What stands below the first screen of the heat table, which is asked for by itself. */
const { api, given } = await startStory();
const browser = openBrowser(api);
const ROWS = 40;

beforeAll(async () => {
  for (let number = 0; number < ROWS; number += 1) {
    const name = `Service ${String(number).padStart(2, '0')}`;
    const service = await given.service({ name, slug: `service-${number}` });
    await given.commitment({ serviceId: service.id, slug: 'uptime', name: 'Uptime' });
  }
  await given.closed('2026-02');
}, BROWSER_TIMEOUT_MS);

it(
  'is where one left it, for who comes back',
  async () => {
    const page = await open();
    const head = page.getByRole('link', { name: 'Service 35', exact: true });
    await head.hover();
    const before = await scrolled(page);

    await head.click();
    await screen(page, 'Service 35: Uptime');
    await page.goBack();
    await screen(page, 'Commitments');

    expect(before).toBeGreaterThan(500);
    await allRows(page);
    expect(await scrolled(page)).toBe(before);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'says how many are shown, and leads on, when all of them are there',
  async () => {
    const page = await open();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/graphql*', async (route) => {
      const { variables } = route.request().postDataJSON() ?? {};
      if (variables?.sort === 'NAME' && variables.first === 200) await arrived;
      await route.continue();
    });

    await page.getByLabel('Order by').selectOption('NAME');
    await page.getByText('40 of 40').waitFor({ state: 'hidden' });
    expect(await page.locator('[data-row]').count()).toBe(ROWS);
    expect(await page.getByRole('button', { name: 'Next page' }).count()).toBe(0);
    expect(await page.getByText(/^\d+ of 40/).count()).toBe(0);

    arrive();
    await page.getByText('40 of 40').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'is where one left it after a reload, as soon as the rows have come',
  async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Service 35', exact: true }).hover();
    const before = await scrolled(page);

    await page.reload();
    await allRows(page);

    expect(before).toBeGreaterThan(500);
    // Rows out of sight are as high as they are thought to be until they come near.
    expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(10);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'fails by itself: the first screen stays, says what is missing, and tries again',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, 'about:blank');
    await page.setViewportSize({ width: 1280, height: 600 });
    let fails = true;
    await page.route('**/graphql*', async (route) => {
      const isRest = route.request().postDataJSON()?.variables?.first === 200;
      if (fails && isRest)
        await route.fulfill({ json: { errors: [{ message: 'It failed.', extensions: { code: 'FAULT' } }] } });
      else await route.continue();
    });
    await page.goto('/commitments?sort=SERVICE');
    await screen(page, 'Commitments');

    const alert = page.getByRole('alert').filter({ hasText: 'The rest of the rows could not be shown' });
    await alert.waitFor();
    await page.getByRole('link', { name: 'Service 03', exact: true }).waitFor();
    expect(await page.locator('[data-row]').count()).toBeGreaterThan(10);
    expect(await page.getByText(/^\d+ of 40/).count()).toBe(0);

    fails = false;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('40 of 40').waitFor();
    await alert.waitFor({ state: 'hidden' });
    await allRows(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'keeps no words of the row that stood in a place before',
  async () => {
    const page = await open();
    const cell = page.locator('[data-cell]').first();

    await cell.hover();
    expect(await cell.getAttribute('title')).toBe(await cell.getAttribute('aria-label'));
    await page.getByLabel('Search commitments').hover();
    expect(await cell.getAttribute('title')).toBeNull();
  },
  BROWSER_TIMEOUT_MS,
);

async function open(): Promise<Page> {
  const [manager] = await given.serviceManagers();
  const page = await browser.visit(manager!, 'about:blank');
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto('/commitments?sort=SERVICE');
  await screen(page, 'Commitments');
  await page.getByText('40 of 40').waitFor();
  return page;
}

const allRows = (page: Page) =>
  page.waitForFunction((rows) => document.querySelectorAll('[data-row]').length === rows, ROWS);

/** How far the table is scrolled, which scrolls by itself. */
const scrolled = (page: Page) =>
  page.getByRole('table').evaluate((table) => Math.round(table.parentElement!.scrollTop));
