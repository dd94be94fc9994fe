import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const manager = await given.person({ name: 'Vera Ndor', roles: ['vendorManager'] });
const second = await given.person({ name: 'Sam Econd', roles: ['vendorManager'] });
const provider = await given.provider({ name: 'Nimbus', kind: 'external' });
const contact = await given.contactOf(provider);
const PATH = '/commitments/hosting/uptime?period=2026-02';

/** Both sides measure the hosting, which we saw down for an hour of February, which is closed. */
beforeAll(async () => {
  const service = await given.service({ name: 'Hosting', slug: 'hosting' });
  const { commitments } = await given.agreement({
    ...{ kind: 'uc', providerId: provider.id, monthlyCharge: '1000.00' },
    terms: [{ serviceId: service.id }],
    record: { measuredBy: 'both', objectionDays: 10 },
  });
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z', 'The fibre was cut.');
  await given.closed('2026-02', ...commitments);
});

it(
  'compares what the provider states incident by incident, objects, agrees to the next one, and follows it',
  async () => {
    const theirs = await browser.visit(contact, PATH);
    const state = async (figure: string, incidents: string) => {
      await theirs.getByRole('button', { name: 'State the provider’s figure' }).click();
      const dialog = theirs.getByRole('dialog');
      await dialog.getByLabel('Figure').fill(figure);
      await dialog.getByLabel('Where it comes from').fill('Our monitor in Berlin.');
      await dialog.getByLabel('Incidents').fill(`label,from,to\n${incidents}`);
      await expectAccessible(theirs);
      await dialog.getByRole('button', { name: 'State the provider’s figure' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await state('99.99', 'Fibre,2026-02-10T08:10:00Z,2026-02-10T08:14:00Z');

    const hers = await browser.visit(manager, PATH);
    await hers.getByText('We agree or object by 26 Mar 2026').waitFor();
    const incidents = hers.getByRole('table').filter({ hasText: 'The provider’s' });
    await incidents.getByRole('row', { name: /The fibre was cut\. 1 h Fibre 4 min −56 min/ }).waitFor();
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Object' }).click();
    await hers.getByRole('dialog').getByLabel('Reason').fill('The cut lasted an hour.');
    await hers.getByRole('dialog').getByRole('button', { name: 'Object' }).click();
    await hers.getByText('Vera Ndor objects: The cut lasted an hour.').waitFor();

    await theirs.reload();
    await state('99.92', 'Fibre,2026-02-10T08:10:00Z,2026-02-10T08:42:00Z');
    await hers.reload();
    await hers.getByRole('button', { name: 'Agree to the provider’s figure' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Agree to the provider’s figure' }).click();
    await hers.getByText('Both sides go by the provider’s figure.').waitFor();
    await hers.locator('[data-verdict=MET]').first().waitFor();
    await hers.getByText('Nothing is behind it but the figure').waitFor();
    await hers.getByRole('button', { name: 'Export 0 rows' }).click();
    await hers.getByRole('menuitem', { name: 'Sheet to print' }).waitFor();
    await hers.keyboard.press('Escape');
    await expectAccessible(hers);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'restates it by an audit, which another person confirms',
  async () => {
    const hers = await browser.visit(manager, PATH);
    await hers.getByRole('button', { name: 'Bring an audit' }).click();
    const dialog = hers.getByRole('dialog', { name: 'Bring an audit' });
    await dialog.getByLabel('What the audit found').fill('99.7');
    await dialog.getByLabel('Report').fill('Audit 7 of Nova');
    await dialog.getByLabel('What it found wrong').fill('A second cut was left out.');
    await expectAccessible(hers);
    await dialog.getByRole('button', { name: 'Bring an audit' }).click();
    await hers.getByText('Waits to be confirmed').waitFor();

    const his = await browser.visit(second, PATH);
    const audits = his.getByRole('region', { name: 'Audits' });
    await audits.getByText('A second cut was left out.').waitFor();
    await expectAccessible(his);
    await audits.getByRole('button', { name: 'Confirm' }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await his.getByText('Audit 7 of Nova counts, whatever was settled before.').waitFor();
    await his.locator('[data-verdict=MISSED]').first().waitFor();
    await his.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(his);
  },
  BROWSER_TIMEOUT_MS,
);
