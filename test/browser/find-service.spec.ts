import { orderNumber } from '@accord/domain';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

/** Mail promises 99.9 % every month; in February two hours were lost, in March nothing yet. */
async function mailThatMissedFebruary() {
  const provider = await given.provider({ name: 'Cloudline' });
  const service = await given.service({
    name: 'Mail and calendar',
    slug: 'mail',
    outcome: 'Send, receive and plan from anywhere.',
    synonyms: ['inbox'],
    providerId: provider.id,
  });
  await given.service({ name: 'Payroll', slug: 'payroll' });
  const commitment = await given.commitment({ serviceId: service.id, slug: 'availability', name: 'Availability' });
  const price = { kind: 'perUnit', label: 'Mailbox', amount: '4.20', per: 'month', unitName: 'mailbox' } as const;
  await given.plan(service, { name: 'Standard', agreementId: commitment.agreementId, prices: [price] });
  await given.outage(service, '2026-02-10T10:00:00Z', '2026-02-10T12:00:00Z');
  await given.closed('2026-01', commitment);
  await given.closed('2026-02', commitment);
}

it(
  'finds a service by a misspelt word and sees what it costs, what it promises, and that February missed it',
  async () => {
    await mailThatMissedFebruary();
    const page = await browser.visit(await given.person({ name: 'Emma Janssen' }), '/');
    await screen(page, 'Good day, Emma');
    await expectAccessible(page);

    await page.getByRole('searchbox', { name: 'Find a service in the catalog' }).fill('calender');
    await page.keyboard.press('Enter');
    await screen(page, 'Catalog');
    const catalog = page.getByRole('list', { name: 'Catalog' });
    await catalog.getByRole('heading', { name: 'Mail and calendar' }).waitFor();
    await page.getByText('1 of 1', { exact: true }).waitFor();
    expect(await catalog.getByRole('heading').allInnerTexts()).toEqual(['Mail and calendar']);
    await catalog.getByText('€4.20 per mailbox and month').waitFor();
    await catalog.getByText('1 of 1 promise kept').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('j');
    expect(await page.locator(':focus').innerText()).toBe('Mail and calendar');
    await page.keyboard.press('Enter');

    await screen(page, 'Mail and calendar');
    await page.getByText('1 of 2 closed results met their target. Missed last: Availability in Feb 2026.').waitFor();
    await page.getByText('€4.20 per mailbox and month').waitFor();
    await page.getByText('Cloudline').waitFor();
    await page.getByText('1 day with downtime').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Availability, Feb 2026: 99\.70\d*%, target 99\.9%, Missed$/ }).click();

    await screen(page, 'Mail and calendar: Availability');
    await page.getByText('Feb 2026, frozen, revision 1').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'shows whom to ask where nothing fits, and clears the way back',
  async () => {
    await given.person({ name: 'Ophelia Office', roles: ['btOffice'] });
    const page = await browser.visit(await given.person(), '/catalog?q=quantum');
    await page.getByRole('heading', { name: 'No service found for “quantum”' }).waitFor();
    await page.getByRole('link', { name: 'Ophelia Office' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('heading', { name: 'Payroll' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'goes from any screen to a screen, an order and a service by Ctrl and K, also with single keys switched off',
  async () => {
    const place = await given.orderPlace();
    await given.service({ name: 'Data lake', slug: 'data-lake' });
    const number = orderNumber((await given.order(place, 'awaitingApproval')).number);
    const page = await browser.visit(place.requester, '/settings/display');
    const palette = page.getByRole('combobox', { name: 'A screen, an act, an order, a service, a provider' });
    const open = async (text: string) => {
      await page.keyboard.press('Control+k');
      await palette.fill(text);
    };
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await open('inb');
    await page.getByRole('option', { name: /Inbox/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await screen(page, 'Inbox');

    await open(number);
    await page.getByRole('group', { name: 'Orders' }).getByRole('option').waitFor();
    await page.keyboard.press('Enter');
    await screen(page, new RegExp(number));

    await open('data lak');
    await page.getByRole('option', { name: /^Data lake/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[aria-selected=true]').innerText()).toContain('in the catalog');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await screen(page, 'Data lake');

    const theirs = await browser.visit(await given.contactOf(await given.provider()), '/inbox');
    await screen(theirs, 'Inbox');
    await theirs.keyboard.press('Control+k');
    await theirs.getByRole('option', { name: /Home/ }).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
