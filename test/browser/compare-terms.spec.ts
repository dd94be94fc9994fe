import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

/** A shop with one bad month, on hosting that promises less and was down with it. */
beforeAll(async () => {
  const hosting = await given.service({ name: 'Hosting', slug: 'hosting' });
  const provider = await given.provider({ name: 'Nimbus', kind: 'external' });
  const under = { serviceId: hosting.id, slug: 'hosted', name: 'Hosted', target: '99.5', credit: null };
  await given.commitment(under, { kind: 'uc', providerId: provider.id, effectiveFrom: '2025-01-01' });
  const shop = await given.service({ name: 'Shop', slug: 'shop', supporting: [hosting] });
  const promise = { serviceId: shop.id, target: '99.9' };
  const { commitments } = await given.agreement({
    effectiveFrom: '2025-01-01',
    monthlyCharge: '1000.00',
    terms: [
      { ...promise, slug: 'open', name: 'Open' },
      { ...promise, slug: 'paid', name: 'Paid' },
    ],
    remedy: { periodCapPercent: '15', isAutomatic: true },
  });
  // June has 720 hours, of which 3 are lost, and 2 with the hosting.
  await given.outage(shop, '2025-06-10T08:00:00Z', '2025-06-10T11:00:00Z');
  await given.outage(hosting, '2025-06-10T07:00:00Z', '2025-06-10T10:00:00Z');
  await given.closed('2025-06', ...commitments);
});

it(
  'compares terms before one negotiates: writes a variant, shares its address, and asks why',
  async () => {
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/commitments/shop/open?period=2025-06');
    await screen(page, 'Shop: Open');
    await page.getByRole('link', { name: 'What if' }).click();
    await screen(page, 'What if the terms were others?');
    await page.getByRole('button', { name: 'As agreed, Jun 2025: 99.58%, Missed, €75.00 of €100.00' }).waitFor();
    await expectAccessible(page);

    await page.getByLabel('Target').fill('99.5');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'Variant A, Jun 2025: 99.58%, Met' }).waitFor();
    await page.getByRole('columnheader', { name: 'Variant A at least 99.5%' }).waitFor();
    await page.getByRole('row', { name: 'All that the agreement owes €150.00 €100.00' }).waitFor();
    expect(new URL(page.url()).search).toBe('?v1=target%3A99.5');

    await page.getByText('+ Variant B').click();
    await page.getByLabel('Target').fill('120');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText(/must be a percentage from 0 to 100/).waitFor();
    await page.goBack();

    const shared = await browser.visit(manager!, new URL(page.url()).pathname + new URL(page.url()).search);
    await shared.getByRole('button', { name: 'Variant A, Jun 2025: 99.58%, Met' }).click();
    await shared.getByRole('heading', { name: 'Why, in Jun 2025: Variant A' }).waitFor();
    await shared.getByText('Outages that count: 1 of 1. Together they make 3 h of downtime.').waitFor();
    await shared.getByRole('button', { name: 'As agreed, Jun 2025' }).click();
    await shared.getByText('With the other credits of the agreement').waitFor();
    await shared.getByText('The cap on credits').waitFor();
    await expectAccessible(shared);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'shows what caused the bad month, and that the promise was more than its parts carry',
  async () => {
    const office = await given.person({ roles: ['btOffice'] });
    const page = await browser.visit(office, '/commitments/shop/open?period=2025-06');
    await page.getByText('Down for 2 h of the 3 h that count here').waitFor();
    await page.getByRole('tab', { name: 'What it rests on' }).click();
    await page.getByText('More is promised than the parts carry').waitFor();
    await page.getByText('Promised: 99.9%; together the parts carry 99.5%.').waitFor();
    await expectAccessible(page);
    await page.getByRole('table').getByRole('link', { name: 'Hosting: Hosted' }).click();
    await screen(page, 'Hosting: Hosted');
  },
  BROWSER_TIMEOUT_MS,
);
