import type { Page } from 'playwright-core';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

/** More than fill a window; the later the name, the worse. */
const names = Array.from({ length: 20 }, (_, number) => `Service ${number + 10}`);
const worstFirst = names.toReversed();

beforeAll(async () => {
  for (const [number, name] of names.entries()) {
    const service = await given.service({ name, slug: name.toLowerCase().replace(' ', '-') });
    await given.commitment({ serviceId: service.id, slug: 'uptime', name: 'Uptime' });
    await given.outage(
      service,
      '2026-02-03T00:00:00Z',
      new Date(Date.UTC(2026, 1, 3, 0, 3 * (number + 1))).toISOString(),
    );
  }
  await given.closed('2026-02');
}, BROWSER_TIMEOUT_MS);

it(
  'shows the first rows of another order while the rest is on its way, and all of them in that order when it has come',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments?until=2026-02');
    await screen(page, 'Commitments');
    await expectRows(page, worstFirst);

    const rest = await holdAll(page);
    await page.getByLabel('Order by').selectOption('SERVICE');
    await page.waitForFunction(() => document.querySelector('tbody tr[data-row] th a')?.textContent === 'Service 10');
    const meanwhile = await rowsOf(page);
    expect(meanwhile.slice(0, 14)).toEqual(names.slice(0, 14));
    expect(meanwhile).toHaveLength(20);

    rest.goOn();
    await expectRows(page, names);
    await page.getByLabel('Search commitments').fill('Service 29');
    await expectRows(page, ['Service 29']);
    await page.getByLabel('Search commitments').fill('');
    await expectRows(page, names);
    await page.getByRole('button', { name: /Missed$/ }).click();
    await expectRows(
      page,
      names.filter((_, number) => 3 * (number + 1) > 40),
    );
  },
  BROWSER_TIMEOUT_MS,
);

const rowsOf = (page: Page) =>
  page.locator('tbody tr[data-row] th a').evaluateAll((links) => links.map(({ textContent }) => textContent));

async function expectRows(page: Page, expected: readonly string[]): Promise<void> {
  await page
    .waitForFunction(
      (wanted) =>
        JSON.stringify([...document.querySelectorAll('tbody tr[data-row] th a')].map((a) => a.textContent)) === wanted,
      JSON.stringify(expected),
      { timeout: 10_000 },
    )
    .catch(() => {});
  expect(await rowsOf(page)).toEqual(expected);
}

/** Keeps the question for all rows back until it may go on. */
async function holdAll(page: Page): Promise<{ goOn: () => void }> {
  let goOn = () => {};
  const may = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/graphql', async (route) => {
    const { query, variables } = route.request().postDataJSON() as { query: string; variables: { first?: number } };
    if (/query Commitments\(/.test(query) && variables.first === 200) await may;
    await route.continue();
  });
  return { goOn };
}
