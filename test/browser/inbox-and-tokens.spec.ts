import { Notices } from '@accord/api/people/notices/notices.js';
import { Database } from '@accord/api/platform/database/database.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { Page } from 'playwright-core';
import { startStory } from '../builders/index.js';
import { startWebServer } from '../platform/web-server.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const others = await startWebServer();
const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const browser = openBrowser(api);
const [jobs, notices, database] = [api.get(Jobs), api.get(Notices), api.get(Database)];

const ada = await given.person({ name: 'Ada Adams', roles: ['administrator', 'btOffice'] });
const bea = await given.person({ name: 'Bea' });
const [laptops, phones] = [await given.service({ name: 'Laptops' }), await given.service({ name: 'Phones' })];

/** On a wide screen and on a phone, where nothing may stick out. */
async function shown(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([width, overflow]).toEqual([width, 0]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

it(
  'shows what one was told, and leads to it',
  async () => {
    await database.transaction(async (tx) => {
      const act = await given.act(bea);
      for (const { id, name: service } of [laptops, phones]) {
        await notices.tell(tx, act, {
          kind: 'versionProposed',
          to: [ada.id],
          subject: { type: 'service', id },
          facts: { service, by: 'Bea' },
        });
      }
    });
    const page = await browser.visit(ada, '/home');
    await page.getByRole('link', { name: 'Inbox, 2 unread' }).click();
    await screen(page, 'Inbox');
    await page.getByText('Bea proposes a new version of Laptops.').waitFor();
    await shown(page);

    await page.getByRole('button', { name: 'Mark Phones read' }).click();
    await page.getByRole('link', { name: 'Inbox, 1 unread' }).waitFor();
    await page.getByRole('checkbox', { name: 'Only unread' }).check();
    await page.getByRole('link', { name: 'Phones' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Laptops' }).click();
    await screen(page, 'Laptops');
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Only unread' }).check();
    await page.getByText('You have read everything.').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Choose what you hear of' }).click();
    await screen(page, 'Notifications');
    await page.getByText('No e-mail is sent').waitFor();
    await page.getByRole('checkbox', { name: 'A promise was missed: in the inbox' }).uncheck();
    await page.getByRole('combobox', { name: 'A promise was missed: e-mail' }).selectOption('Never');
    await page.getByRole('combobox', { name: 'Hour' }).click();
    await page.getByRole('option', { name: '07:00' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
    await page.reload();
    await screen(page, 'Notifications');
    expect(await page.getByRole('checkbox', { name: 'A promise was missed: in the inbox' }).isChecked()).toBe(false);
    await shown(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'makes an access token, shows it once, and revokes it',
  async () => {
    const page = await browser.visit(ada, '/settings/tokens');
    await screen(page, 'Access tokens');
    await page.getByText('No token yet').waitFor();
    await shown(page);
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByRole('textbox', { name: 'What uses it' }).fill('Nightly export');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Make a token' }).click();
    const token = await page.getByRole('dialog').locator('pre').innerText();
    expect(token).toMatch(/^accord_[\w-]{43}$/);
    await expectAccessible(page);
    expect(await api.as({ cookie: null, token }).run('{ session { viewer { person { name } } } }')).toEqual({
      session: { viewer: { person: { name: 'Ada Adams' } } },
    });
    await page.getByRole('button', { name: 'I have noted it' }).click();
    await page.getByText('Nightly export').waitFor();
    await shown(page);

    await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
    const { errors } = await api.as({ cookie: null, token }).ask('{ session { viewer { person { name } } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'adds a webhook, shows its secret once and what became of each delivery, and sends again',
  async () => {
    const page = await browser.visit(ada, '/admin/webhooks');
    await screen(page, 'Webhooks');
    await page.getByText('None is configured: no mail is tried.').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('registry');
    await page.getByRole('textbox', { name: 'Address' }).fill('https://10.0.0.1/');
    await page.getByRole('combobox', { name: 'Events' }).fill('provider added');
    await page.getByRole('option', { name: 'Provider added' }).click();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    const add = page.getByRole('dialog').getByRole('button', { name: 'Add a webhook' });
    await add.click();
    await page.getByText('10.0.0.1 is an address inside; webhooks go to others.').first().waitFor();
    await page.getByRole('textbox', { name: 'Address' }).fill(others.url);
    await add.click();
    expect(await page.getByRole('dialog').locator('pre').innerText()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have noted it' }).click();

    others.answers({ status: 500 });
    await api
      .as(ada)
      .run(
        `mutation { addProvider(input: { slug: "new", name: "New", description: "", kind: EXTERNAL, country: "DE" }) { errors { message } } }`,
      );
    await jobs.settle();
    await page.reload();
    await page.getByRole('link', { name: 'registry' }).click();
    await page.getByText(/1 try · Answered 500/).waitFor();
    await shown(page);

    others.answers({ status: 204 });
    api.clock.set(new Date(api.clock.now().getTime() + 3_600_000));
    await jobs.settle();
    await page.reload();
    await page.getByText('Delivered').waitFor();
    await page.getByRole('button', { name: 'Send provider.added again' }).click();
    await page.getByText('It is sent again.').first().waitFor();
    await jobs.settle();
    expect(others.received).toHaveLength(3);
  },
  BROWSER_TIMEOUT_MS,
);
