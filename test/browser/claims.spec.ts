import { ClaimDays } from '@accord/api/performance/claims/claim-days.js';
import { startStory } from '../builders/index.js';
import { CLOSE_PERIOD } from '../stories/performance/documents.js';
import { CLOSE_RUN, OPEN_RUN, PROPOSE_RUN, RECKON_RUN } from '../stories/orders/charge-documents.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const manager = await given.person({ name: 'Vera Ndor', roles: ['vendorManager', 'serviceManager'] });
const provider = await given.provider({ name: 'Nimbus', kind: 'external' });
const contact = await given.contactOf(provider);

/** A contract at 1,000 euros a month on a service that was down for an hour of February and of January, both closed. */
async function missedContract() {
  const service = await given.service({ name: 'Hosting', slug: 'hosting' });
  const deadline = { anchor: 'periodEnd', unit: 'days', count: 20, rolls: false } as const;
  const { commitments } = await given.agreement({
    ...{ kind: 'uc', providerId: provider.id, monthlyCharge: '1000.00', slug: 'nimbus-contract', remedy: { deadline } },
    terms: [{ serviceId: service.id }],
  });
  for (const month of ['2026-01', '2026-02'] as const) {
    await given.outage(service, `${month}-10T08:00:00Z`, `${month}-10T09:00:00Z`);
    await given.closed(month, ...commitments);
  }
  await api.get(ClaimDays).run({ viewer: null, at: api.clock.now() });
}

beforeAll(missedContract);

it(
  'claims what a breach owes from its provider, who disputes it, accepts it after all, and pays',
  async () => {
    const hers = await browser.visit(manager, '/commitments/breaches?period=2026-02');
    const row = hers.getByRole('table', { name: 'Breaches and credits' }).getByRole('row', { name: /Hosting: Uptime/ });
    await row.getByText('€100.00').waitFor();
    await expectAccessible(hers);
    await row.getByRole('link', { name: 'To be claimed' }).click();
    await screen(hers, /, Feb 2026$/);
    await hers.getByText('We claim it').waitFor();
    await hers.getByText('20 Mar 2026').waitFor();
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Claim it' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Claim it' }).click();
    await hers.getByText('Nimbus answers').waitFor();

    const theirs = await browser.visit(contact, new URL(hers.url()).pathname);
    await theirs.getByRole('button', { name: 'Dispute' }).click();
    await theirs.getByRole('dialog').getByLabel('Reason').fill('The cable was yours.');
    await expectAccessible(theirs);
    await theirs.getByRole('dialog').getByRole('button', { name: 'Dispute' }).click();
    await theirs.getByText('The cable was yours.').waitFor();

    await hers.reload();
    await hers.getByText('We insist, or give it up').waitFor();
    await hers.getByRole('button', { name: 'Claim it again' }).click();
    await hers.getByRole('dialog').getByLabel('Reason').fill('It is yours by annex 2.');
    await hers.getByRole('dialog').getByRole('button', { name: 'Claim it again' }).click();
    await hers.getByText('It is yours by annex 2.').waitFor();

    await theirs.reload();
    await theirs.getByRole('button', { name: 'Accept' }).click();
    await theirs.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await theirs.getByRole('dialog').waitFor({ state: 'detached' });

    await hers.reload();
    await hers.getByRole('button', { name: 'Note that it was paid' }).click();
    await hers.getByLabel('By what it was paid').fill('Credit note 4711');
    await hers.getByRole('dialog').getByRole('button', { name: 'Note that it was paid' }).click();
    await hers.getByText('Credit note 4711').waitFor();
    await hers.getByText('Credited', { exact: true }).first().waitFor();
    await expectAccessible(hers);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'shows what nobody claimed in time among those that came to nothing',
  async () => {
    const page = await browser.visit(manager, '/commitments/breaches?period=2026-01&claims=gone');
    const row = page.getByRole('table', { name: 'Claims' }).getByRole('row', { name: /nimbus/i });
    await row.getByText('Expired').waitFor();
    await row.getByRole('link').click();
    await page.getByText('Nothing is left to do', { exact: true }).waitFor();
    await page.getByText('by itself').first().waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'tells what is left to us by provider, by service and by month, and offers the newest months whatever is listed',
  async () => {
    const page = await browser.visit(manager, '/commitments/breaches?period=2026-02');
    const panel = page.getByRole('region', { name: 'What is left to us' });
    await panel.getByText('Nimbus', { exact: true }).waitFor();
    for (const [group, name] of [
      ['Month', 'Feb 2026'],
      ['Service', 'Hosting'],
      ['Month', 'Feb 2026'],
      ['Provider', 'Nimbus'],
    ] as const) {
      await panel.getByText(group, { exact: true }).first().click();
      await panel.locator('summary').getByText(name, { exact: true }).waitFor();
    }

    await page.getByLabel('Period').selectOption({ label: 'Mar 2026' });
    await page.waitForURL('**/commitments/breaches?period=2026-03');
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'leads from the line of a bill to the claim that it credits; what no bill takes of it is credited by hand',
  async () => {
    const place = await given.orderPlace();
    await given.order(place, 'completed');
    const unused = await given.service();
    const { commitments } = await given.agreement({
      ...{ monthlyCharge: '1000.00', name: 'Promise to all units' },
      terms: [place.service, unused].map(({ id }, i) => ({ serviceId: id, slug: `promise-${i}` })),
    });
    const [office, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
    const run = async (document: string, variables: object, who = office) =>
      (await api.as(who).answer(document, variables)).run;
    await run(OPEN_RUN, { month: '2026-03' });
    api.clock.set(new Date('2026-04-02T09:00:00Z'));
    for (const service of [place.service, unused])
      await given.outage(service, '2026-03-20T08:00:00Z', '2026-03-20T09:00:00Z');
    await api.as(manager).run(CLOSE_PERIOD, { period: '2026-03', commitmentIds: commitments.map(({ id }) => id) });
    const { id } = (await given.chargeRun('2026-03'))!;
    const reckoned = await run(RECKON_RUN, { id });
    const proposed = await run(PROPOSE_RUN, { id, version: reckoned.version });
    await run(CLOSE_RUN, { id, version: proposed.version }, closer);
    await run(OPEN_RUN, { month: '2026-04' });

    const page = await browser.visit(office, '/bill/2026-04');
    await page.getByRole('link', { name: 'The claim' }).first().click();
    await screen(page, /Mar 2026/);
    await page.getByText('No bill takes €100.00 of it, since nobody was charged for that').waitFor();
    const parts = page.getByRole('table', { name: 'The credits it is made of' });
    await parts.getByRole('row', { name: /On a bill/ }).waitFor();
    await parts.getByRole('row', { name: /By hand: nobody was charged for it/ }).waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Credit by hand' }).click();
    await page.getByRole('dialog').getByLabel('By what it was credited').fill('Transfer 4711');
    await page.getByRole('dialog').getByRole('button', { name: 'Credit by hand' }).click();
    await page.getByText('Transfer 4711').waitFor();
    await parts.getByRole('row', { name: /Credited by hand/ }).waitFor();
    await page.getByText('The next bill credits it').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
