import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const SEAT = (amount: string) => [{ kind: 'recurring' as const, label: 'Seat', amount, per: 'month' as const }];

it(
  'changes a plan on a live subscription: two clicks to what changes in price and from when',
  async () => {
    const place = await given.orderPlace({ plan: { name: 'Standard', prices: SEAT('10') } });
    await given.plan(place.service, { name: 'Big', prices: SEAT('25') });
    await given.order(place, 'completed', { quantity: 2 });

    const page = await browser.visit(place.requester, '/my-services');
    await screen(page, 'My services');
    await page.getByRole('button', { name: `What can be done with ${place.service.name}` }).click();
    await page.getByRole('menuitem', { name: 'Change plan or quantity' }).click();
    await screen(page, `Change ${place.service.name}`);
    await page.getByText('Now: 2 × Standard.').waitFor();
    await page.getByText('Choose another plan or another quantity.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Quantity' }).inputValue()).toBe('2');
    await page.getByRole('radio', { name: 'Big' }).check();
    await page.getByText('€20.00 → €50.00 a month').waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('The small one is full.');
    await page.getByText(/^Draft A-\d+ is saved\.$/).waitFor();
    await page.locator('button[type=submit]:enabled').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Submit order' }).click();
    await screen(page, new RegExp(`^A-\\d+: ${place.service.name}$`));
    await page.getByText('now 2 × Standard').waitFor();
    await page.getByRole('link', { name: 'The subscription' }).click();
    await screen(page, place.service.name);
    await page.getByRole('cell', { name: 'Seat: €10.00 per month' }).waitFor();
    await page.getByRole('region', { name: 'Not now' }).waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'orders the same again with one thing more; is asked, answers, and the order goes on',
  async () => {
    const place = await given.orderPlace();
    const other = await given.service({ name: 'Desk phone' });
    await given.plan(other, { name: 'Phone' });
    await given.management(other, place.team);
    await given.order(place, 'completed');

    const page = await browser.visit(place.requester, '/orders');
    await page.getByRole('link', { name: /^A-/ }).first().click();
    await page.getByRole('button', { name: 'Order again' }).click();
    await screen(page, `Order ${place.service.name}`);
    await page.getByRole('button', { name: 'Add another service' }).click();
    await page.getByRole('combobox', { name: 'Add another service' }).fill(other.name);
    await page.getByRole('option', { name: other.name }).click();
    await screen(page, 'Order 2 services');
    await page.getByText(/^Draft A-\d+ is saved\.$/).waitFor();
    // The price of both stands, so nothing moves any more under the button.
    await page.getByText('€20.00').first().waitFor();
    await page.locator('button[type=submit]:enabled').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Submit order' }).click();
    await page.getByText('and 1 more').first().waitFor();

    const his = await browser.visit(place.owner, new URL(page.url()).pathname);
    await his.getByRole('button', { name: 'Ask' }).click();
    await his.getByRole('dialog').getByRole('textbox', { name: 'Question' }).fill('For whom is the second?');
    await expectAccessible(his);
    await his.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await his.getByText(/^Waiting for Rita Requester to answer a question\./).waitFor();

    await page.goto(new URL(page.url()).origin + '/home');
    await page.getByText(/^Answer the question about A-/).waitFor();
    await page.getByRole('link', { name: /Answer the question/ }).click();
    await page.getByText('“For whom is the second?”').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Answer' }).fill('For the new colleague.');
    await page.locator('main form').getByRole('button', { name: 'Answer' }).click();
    await page.getByText(/^Waiting for the approval of Olga Owner\./).waitFor();
    await page.getByText('Rita Requester answered').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
