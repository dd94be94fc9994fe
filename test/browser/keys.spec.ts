import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const [manager] = await given.serviceManagers();
await given.service({ name: 'Mail' });
await given.source();

it(
  'goes to what narrows the list of a page by the key /, and to the search of the whole product where nothing does',
  async () => {
    const page = await browser.visit(manager!, '/sources');
    for (const [path, heading, narrows] of [
      ['/sources', 'Sources', 'Watched (0)'],
      ['/commitments/exclusions', 'Exclusions', 'Waiting'],
      ['/manage/downtime', 'Downtime', 'Service'],
      ['/inbox', 'Inbox', 'Only unread'],
      ['/agreements', 'Agreements', 'Search agreements'],
      ['/imports', 'Imports', 'Search services'],
    ] as const) {
      await page.goto(path);
      await screen(page, heading);
      await page.getByText(narrows).or(page.getByLabel(narrows)).first().waitFor();
      await page.keyboard.press('/');
      expect([path, await focused(page)]).toEqual([path, narrows]);
    }
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'begins at the first field of a dialog, whether a button or an address opened it',
  async () => {
    const page = await browser.visit(manager!, '/sources');
    await page.getByRole('button', { name: 'Read a server' }).click();
    await page.getByRole('dialog', { name: 'Read a server' }).getByLabel('Source').waitFor();
    await expectFocus('Source');
    await expectAccessible(page);

    await page.goto('/sources?add=true');
    await page.getByRole('dialog', { name: 'Read a server' }).getByLabel('Source').waitFor();
    await expectFocus('Source');
    await page.goto('/manage/downtime?add=true');
    await page.getByRole('dialog').waitFor();
    await expectFocus('Service');

    async function expectFocus(name: string) {
      await page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] :is(input, select, textarea)'));
      expect(await focused(page)).toBe(name);
    }
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'begins at the first field of a new calendar',
  async () => {
    const page = await browser.visit(manager!, '/manage/calendars');
    await page.getByRole('button', { name: 'Add a calendar' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('input'));
    expect(await focused(page)).toBe('Name');
  },
  BROWSER_TIMEOUT_MS,
);

/** The name of what has the focus, without the star of what is required. */
const focused = (page: Awaited<ReturnType<typeof browser.visit>>) =>
  page.evaluate(() => {
    const { activeElement: field } = document;
    const label = field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.labels?.[0] : null;
    return (field?.getAttribute('aria-label') ?? label?.textContent ?? field?.textContent)?.replace(/ \*$/, '');
  });
