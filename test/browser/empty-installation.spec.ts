import { SetupCodes } from '@accord/api/people/setup-codes.js';
import type { Locator, Page } from 'playwright-core';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api } = await startStory();
const browser = openBrowser(api);

it(
  'leads from an empty installation to the first judged commitment, by the client alone',
  async () => {
    const code = (await api.get(SetupCodes).ensure())!;
    const page = await browser.visit({ cookie: null }, '/');

    await setUp(page, code);
    await step(page, 'Give yourself a role');
    await takeRole(page, 'BT office');
    await takeRole(page, 'Service manager');
    await step(page, 'Add a provider');
    await addProvider(page);
    await step(page, 'Propose a service');
    await proposeService(page);
    await step(page, 'Draft an agreement');
    await agree(page);
    // The promise has no outage against it, so it is judged as soon as it is in force.
    await page.goto('/commitments');
    await page.getByRole('link', { name: /^Mail: Availability, Feb 2026, 100.00%, Met/ }).waitFor();

    await recordOutage(page);
    await page.goto('/commitments');
    await page.getByRole('link', { name: /^Mail: Availability, Feb 2026, 99.70.*%, Missed/ }).click();
    await screen(page, 'Mail: Availability');
    await expectAccessible(page);

    await page.goto('/home');
    await page.getByRole('heading', { name: 'How commitments stand' }).waitFor();
    expect(await page.getByRole('heading', { name: 'First steps' }).count()).toBe(0);
  },
  2 * BROWSER_TIMEOUT_MS,
);

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function choose(
  page: Page,
  field: string,
  option: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  await within.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).filter({ visible: true }).first().click();
}

/** The dialog's main act; it closes when that is done. */
async function submitDialog(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function setUp(page: Page, code: string): Promise<void> {
  await screen(page, 'Set up Accord');
  await expectAccessible(page);
  await box(page, 'One-time code').fill(code);
  await box(page, 'Name of the enterprise').fill('Meridian');
  await box(page, 'Name').fill('Ada Byron');
  await box(page, 'E-mail').fill('ada@meridian.example');
  await box(page, 'Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Set up' }).click();
  await screen(page, 'Good day, Ada');
}

/** Home says what comes next, and leads there. */
async function step(page: Page, act: string): Promise<void> {
  await page.goto('/home');
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: act }).click();
}

/** The only administrator proposes and approves alone. */
async function takeRole(page: Page, role: string): Promise<void> {
  await screen(page, 'Ada Byron');
  await page.getByRole('button', { name: 'Propose a role' }).click();
  await choose(page, 'Role', role);
  await box(page, 'Reason').fill('The work begins.');
  await expectAccessible(page);
  await submitDialog(page, 'Propose a role');
  await page.getByText('You are the only administrator, so you may decide alone').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await submitDialog(page, 'Approve');
  const card = page.getByRole('article').filter({ hasText: role });
  await card.getByText('In force', { exact: true }).waitFor();
}

async function addProvider(page: Page): Promise<void> {
  await box(page, 'Name').fill('Cloudline');
  await choose(page, 'Country', 'Germany');
  await expectAccessible(page);
  await submitDialog(page, 'Add a provider');
  await screen(page, 'Cloudline');
  await expectAccessible(page);
}

async function proposeService(page: Page): Promise<void> {
  await box(page, 'Name').fill('Mail');
  await box(page, 'Outcome').fill('Send and receive from anywhere.');
  await choose(page, 'Line of service', 'Software support');
  await choose(page, 'Provider', /Cloudline/);
  await submitDialog(page, 'Propose a service');
  await screen(page, 'Mail');
  await expectAccessible(page);
}

async function agree(page: Page): Promise<void> {
  await box(page, 'Name').fill('Mail for everybody');
  await page.getByLabel('In force from').fill('2026-01-01');
  await expectAccessible(page);
  await submitDialog(page, 'Draft an agreement');
  await screen(page, 'Mail for everybody');

  await page.getByRole('button', { name: 'Add a commitment' }).click();
  await choose(page, 'Service', /Mail/);
  await box(page, 'Name').fill('Availability');
  await box(page, 'Target').fill('99.9');
  await choose(page, 'Service calendar', /24×7/);
  await page.getByRole('checkbox', { name: 'Missing it costs a credit' }).check();
  await page.getByRole('button', { name: 'Add a tier' }).click();
  await box(page, 'Credit').fill('10');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Write into the draft' }).click();
  await page.getByText('Available for at least 99.9% of the service time, every month.').waitFor();
  await page.getByRole('button', { name: 'Change Availability' }).click();
  await box(page, 'Target').fill('99.95');
  await page.getByRole('button', { name: 'Write into the draft' }).click();
  await page.getByText('Available for at least 99.95% of the service time, every month.').waitFor();

  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await submitDialog(page, 'Propose');
  await page.getByText('You are the only administrator, so you may approve it alone').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await submitDialog(page, 'Approve');
  await page.getByText('Ada Byron, the only administrator, acting alone.').waitFor();
  await expectAccessible(page);
}

/** Two hours on a morning in February. */
async function recordOutage(page: Page): Promise<void> {
  await page.goto('/manage/downtime');
  await page.getByRole('button', { name: 'Record an outage' }).first().click();
  await choose(page, 'Service', 'Mail', page.getByRole('dialog'));
  await page.getByLabel('Down from').fill('2026-02-10T10:00');
  await page.getByLabel('Up again').fill('2026-02-10T12:00');
  await box(page, 'Cause').fill('A disk was full.');
  await submitDialog(page, 'Record an outage');
}
