import { startStory } from '../builders/index.js';
import type { Page } from 'playwright-core';
import type { SignedInPerson } from '../builders/people.js';
import { actsIn, EXCLUDE, type LoopPlace, loopPlace, OUTAGE, PLAN_REVIEW } from '../stories/loop/loop-place.js';
import { expectAccessible, openBrowser, screen } from './browser.js';

const story = await startStory();
const { api } = story;
const browser = openBrowser(api);
const act = actsIn(story);

const LOOP_TIMEOUT_MS = 240_000;
const FIGURE = '/commitments/remote-desktop/desktop-up?period=2026-03';

const at = (instant: string) => api.clock.set(new Date(instant));

/** Asks, and is asked whether that is meant. */
async function confirmed(page: Page, name: string, meant = name): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: meant, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Opens a screen of somebody, does something there, and leaves. */
async function visits(person: SignedInPerson, path: string, does: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.visit(person, path);
  await does(page);
  await page.context().close();
}

async function ordersAndReceives({ requester, owner, member }: LoopPlace): Promise<void> {
  const hers = await browser.visit(requester, '/catalog/remote-desktop/order');
  await screen(hers, 'Order Remote Desktop');
  await hers.getByRole('textbox', { name: 'Reason' }).fill('Two new colleagues.');
  await hers.getByText(/^Draft A-\d+ is saved\.$/).waitFor();
  await hers.getByRole('button', { name: 'Submit order' }).click();
  await screen(hers, /^A-\d+: Remote Desktop$/);
  await visits(owner, '/approvals', async (page) => {
    await page.getByRole('button', { name: 'Approve' }).click();
    await page
      .getByText(/^You approved A-/)
      .first()
      .waitFor();
  });
  await visits(member, '/', async (page) => {
    await page.getByRole('link', { name: 'Take one: 1 task to take' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await confirmed(page, 'Done');
  });
  await hers.reload();
  await confirmed(hers, 'Accept');
  await hers.getByText(/^Completed\./).waitFor();
  await expectAccessible(hers);
}

async function missesMarch({ manager, service }: LoopPlace): Promise<void> {
  at('2026-03-20T17:00:00Z');
  const [from, to] = ['2026-03-20T08:00:00Z', '2026-03-20T16:00:00Z'];
  await act(manager, OUTAGE, { input: { serviceId: service.id, from, to, cause: 'A licence server did not start.' } });
  at('2026-04-03T09:00:00Z');
  await visits(manager, FIGURE, async (page) => {
    await screen(page, 'Remote Desktop: Desktops up');
    await confirmed(page, 'Close Mar 2026');
    await page.getByText('Mar 2026, frozen, revision 1').waitFor();
    await page.getByText('€250.00').first().waitFor();
    await expectAccessible(page);
  });
}

async function reviewsMarch({ vendor, contact, provider }: LoopPlace): Promise<void> {
  const input = { providerId: provider.id, period: '2026-03', plannedOn: '2026-04-08', chairId: vendor.id };
  await act(vendor, PLAN_REVIEW, { input });
  const hers = await browser.visit(vendor, '/reviews');
  await screen(hers, 'Reviews');
  await expectAccessible(hers);
  await hers
    .getByRole('table')
    .getByRole('link', { name: /Northlight|Mar 2026/ })
    .first()
    .click();
  await screen(hers, 'Review of Northlight, Mar 2026');
  await confirmed(hers, 'Freeze the pack');
  await expectAccessible(hers);

  const path = new URL(hers.url()).pathname;
  await visits(contact, path, async (page) => {
    await page.getByText('48.67').first().waitFor();
    await page.getByRole('textbox', { name: 'Your comment' }).fill('Your own firewall was shut for most of it.');
    await page.getByRole('button', { name: 'Send the comment' }).click();
    await page.getByText('“Your own firewall was shut for most of it.”').waitFor();
    await expectAccessible(page);
  });

  await hers.goto(`${path}?step=run`);
  await hers.getByRole('textbox', { name: 'Minutes' }).fill('We look for the log of the firewall.');
  await hers.getByRole('button', { name: 'The review was held' }).click();
  await hers.getByRole('textbox', { name: 'What is decided' }).fill('Taken as calculated.');
  await hers.getByRole('button', { name: 'Record the decision' }).click();
  await hers.getByText('Accept Taken as calculated.').waitFor();
  await expectAccessible(hers);
  await hers.getByRole('tab', { name: 'Close' }).click();
  await confirmed(hers, 'Close the review');
  await hers.getByText(/^Closed by Vera Vendor/).waitFor();
  await expectAccessible(hers);
  await hers.context().close();
}

/** By one, approved by another, and released. */
async function pays({ officer, lead, rewards }: LoopPlace, button: string): Promise<void> {
  const path = `/rewards/${rewards.slug}?tab=calculations`;
  const his = await browser.visit(officer, path);
  await screen(his, 'Desktops that work');
  await confirmed(his, button);
  await visits(lead, path, async (page) => {
    await confirmed(page, 'Approve');
    await page.getByText('Waits to be released.').waitFor();
    await expectAccessible(page);
  });
  await his.reload();
  await confirmed(his, 'Release');
  await his
    .getByText(/Released on/)
    .first()
    .waitFor();
  await expectAccessible(his);
  await his.context().close();
}

it(
  'walks the whole loop: order, missed promise, credit, review, reward, and a restatement that shows on all of them',
  async () => {
    const place = await loopPlace(story);
    const { manager, second, vendor, member, commitment } = place;
    await ordersAndReceives(place);
    await missesMarch(place);
    await reviewsMarch(place);
    await pays(place, 'Calculate a period');
    await visits(member, '/statement', async (page) => {
      await page.getByText('€486.70').first().waitFor();
      await expectAccessible(page);
    });

    at('2026-04-21T09:00:00Z');
    const reason = 'Our own firewall was shut for 400 minutes.';
    const time = { from: '2026-03-20T08:00:00Z', to: '2026-03-20T14:40:00Z' };
    await act(manager, EXCLUDE, {
      input: { commitmentId: commitment.id, ...time, category: 'CUSTOMER_CAUSE', reason },
    });
    await visits(second, '/commitments/exclusions', async (page) => {
      await screen(page, 'Exclusions');
      await expectAccessible(page);
      await confirmed(page, 'Approve', 'Approve and restate');
    });

    const hers = await browser.visit(vendor, FIGURE);
    const went = hers.getByRole('region', { name: 'Where this figure went' });
    await hers.getByText('Mar 2026, frozen, revision 2').waitFor();
    await expectAccessible(hers);
    await went.getByRole('link', { name: 'Service credit, March 2026: €100.00' }).click();
    await screen(hers, /Breaches/);
    await hers.getByText('€100.00').first().waitFor();
    await expectAccessible(hers);

    await hers.goBack();
    await went.getByRole('link', { name: 'Scorecard of Northlight, March 2026' }).click();
    await screen(hers, 'Northlight');
    await hers.getByText('95.75').first().waitFor();
    await expectAccessible(hers);

    await hers.goBack();
    await went.getByText('keeps revision 1').first().waitFor();
    await went.getByRole('link', { name: 'Review of Northlight, March 2026' }).click();
    await screen(hers, 'Review of Northlight, Mar 2026');
    const newer = hers.getByRole('region', { name: 'Newer revisions' });
    await newer.getByText(reason).waitFor();
    await expectAccessible(hers);
    await newer.getByRole('link', { name: 'Remote Desktop: Desktops up, Mar 2026' }).click();
    await screen(hers, 'Remote Desktop: Desktops up');

    await visits(member, '/statement', async (page) => {
      await page.getByText('This statement keeps what was released. The difference comes as an adjustment.').waitFor();
      await page.getByText('€486.70').first().waitFor();
      await expectAccessible(page);
    });
    await pays(place, 'Calculate the difference');
    await visits(member, '/statement', async (page) => {
      await page.getByRole('heading', { name: 'Adjustment of Mar 2026' }).waitFor();
      for (const amount of ['€470.76', '€957.46']) await page.getByText(amount).first().waitFor();
      await expectAccessible(page);
    });
  },
  LOOP_TIMEOUT_MS,
);
