import type { Page } from 'playwright-core';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const last = 'Service 9: Uptime, Feb 2026, 99.55%, Missed, 2 h 19 min over';

beforeAll(async () => {
  for (let number = 0; number < 10; number += 1) {
    const service = await given.service({ name: `Service ${number}`, slug: `service-${number}` });
    await given.commitment({ serviceId: service.id, slug: 'uptime', name: 'Uptime' });
    if (number === 9) await given.outage(service, '2026-02-03T00:00:00Z', '2026-02-03T03:00:00Z');
  }
  await given.closed('2026-02');
}, BROWSER_TIMEOUT_MS);

it(
  'is a table to who reads it with another sense, the rows far below included',
  async () => {
    const page = await low('/commitments?sort=SERVICE');
    const table = page.getByRole('table');

    expect(await table.getByRole('rowheader', { name: /^Service \d/ }).count()).toBe(10);
    expect(await table.getByRole('columnheader').count()).toBe(16);
    expect(await table.getByRole('row', { name: /Service 9/ }).textContent()).toContain('✕99.55');
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'goes from cell to cell by keys, each in sight between the head and the sums, and opens one by Enter',
  async () => {
    const page = await low('/commitments?sort=SERVICE');

    await page.locator('[data-cell][tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');

    expect(await inSight(page)).toBe(last);
    await page.keyboard.press('Control+Home');
    expect(await inSight(page)).toMatch(/^Service 0: Uptime/);
    await page.keyboard.press('PageDown');
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await screen(page, 'Service 9: Uptime');
    expect(new URL(page.url()).search).toBe('?period=2026-02');
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'says the whole of a cell to who points there, and opens it by a click',
  async () => {
    const page = await low('/commitments?q=Service%209');
    const cell = page.getByRole('link', { name: last });

    await cell.hover();
    expect(await cell.getAttribute('title')).toBe(last);
    await cell.click();
    await screen(page, 'Service 9: Uptime');
    await page.goBack();
    await page.getByRole('link', { name: 'Service 9', exact: true }).click();
    await screen(page, 'Service 9: Uptime');
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'keeps in sight whose months they are where these do not fit, in a window made smaller too',
  async () => {
    const page = await low('/commitments?sort=SERVICE');

    expect(await leftOfHead(page, 0)).toBe(await leftOfHead(page, 100));
    await page.setViewportSize({ width: 1600, height: 420 });
    await page.waitForFunction(() => !document.querySelector('[data-wide]'));
    await page.setViewportSize({ width: 1000, height: 420 });
    await page.locator('[data-wide]').waitFor();
    expect(await leftOfHead(page, 0)).toBe(await leftOfHead(page, 100));
    expect(await leftOfHead(page, 0, 'Target')).toBe(await leftOfHead(page, 100, 'Target'));
  },
  BROWSER_TIMEOUT_MS,
);

/** A window so low that the last rows are far below its edge. */
async function low(path: string): Promise<Page> {
  const [manager] = await given.serviceManagers();
  const page = await browser.visit(manager!, 'about:blank');
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.goto(path);
  await screen(page, 'Commitments');
  await page.getByRole('row', { name: 'Service 9' }).waitFor();
  return page;
}

/** The name of what has the focus, when nothing lies over it. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: cell } = document;
    const { x, y, width, height } = cell!.getBoundingClientRect();
    const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
    return onTop === cell ? cell?.getAttribute('aria-label') : `covered by ${onTop?.outerHTML}`;
  });

/** Where the head of a row or a column stands when the months are scrolled that far. */
async function leftOfHead(page: Page, scrolled: number, column?: string): Promise<number> {
  const reached = await page.locator('[data-scroll-restoration-id]').evaluate((box, to) => {
    box.scrollLeft = to;
    return box.scrollLeft;
  }, scrolled);
  expect(reached).toBe(scrolled);
  const head = column
    ? page.getByRole('columnheader', { name: column })
    : page.getByRole('rowheader', { name: /^Service 0/ });
  return (await head.boundingBox())!.x;
}
