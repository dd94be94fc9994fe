import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

it(
  'drafts a dearer price, sees whom it touches, has it published by somebody else, and goes back to the version before',
  async () => {
    const owner = await given.person({ name: 'Priya Raman', roles: ['serviceOwner'] });
    const office = await given.person({ name: 'Ruth Adeyemi', roles: ['btOffice'] });
    const place = await given.orderPlace({ plan: { name: 'Standard', slug: 'standard' } });
    await given.order(place, 'completed');
    const address = `/manage/services/${place.service.slug}?tab=plans`;

    const page = await browser.visit(owner, address);
    await screen(page, place.service.name);
    await page.getByRole('button', { name: 'Start a draft' }).click();
    await page.getByText('It says the same as the live version.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Change Standard' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change Standard' });
    await dialog.getByLabel('Amount', { exact: false }).first().fill('12.50');
    await page.keyboard.press('Escape');
    const leaving = page.getByRole('dialog', { name: 'Close and lose what you wrote?' });
    await leaving.getByRole('button', { name: 'Cancel' }).click();
    await leaving.waitFor({ state: 'hidden' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Keep in the draft' }).click();
    await page.getByText('The price "Fee" of the plan "standard" rises from 10.00 to 12.50 EUR.').waitFor();
    await page.getByText('Dearer for somebody: subscribers pay it from 15 Apr 2026').waitFor();
    await page.getByRole('cell', { name: '€2.50' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Who sees, who orders' }).click();
    const rule = page.getByRole('dialog', { name: 'Who sees and who orders the service' });
    await rule.getByLabel('Who orders it').click();
    await page.getByRole('option', { name: 'Only some of them' }).click();
    await rule.getByLabel('Of these units, or below them').click();
    await page.getByRole('option', { name: place.unit.name }).click();
    // A list that is open lies outside of every landmark.
    await rule.getByText('who has it keeps it').click();
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await expectAccessible(page);
    await rule.getByRole('button', { name: 'Keep in the draft' }).click();
    await page.getByText(`Ordered by people of ${place.unit.name}.`).waitFor();
    await page.getByRole('button', { name: 'Change the approval' }).click();
    const approval = page.getByRole('dialog', { name: 'Change the approval' });
    await approval.getByRole('button', { name: 'Add a case' }).click();
    await approval.getByLabel('Name of the case').fill('Small');
    await approval.getByRole('button', { name: 'Keep in the draft' }).click();
    await approval.getByText('Say at least one: an amount, an archetype or a unit.').first().waitFor();
    await expectAccessible(page);
    await approval.getByLabel('It costs no more than').fill('20');
    await approval.getByRole('button', { name: 'Keep in the draft' }).click();
    await page.getByText('up to €20.00').waitFor();
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
    await page.getByText('Priya Raman proposed it').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);

    const second = await browser.visit(office, address);
    await second.getByRole('button', { name: 'Publish', exact: true }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await second.getByText('Live: version 2').waitFor();
    await second.getByRole('button', { name: 'Make version 1 the draft again' }).click();
    await second.getByText('Began as a copy of version 1.').waitFor();
    await second.getByText('The price "Fee" of the plan "standard" falls from 12.50 to 10.00 EUR.').waitFor();
    const [download] = await Promise.all([
      second.waitForEvent('download'),
      second.getByRole('link', { name: 'Download version 2 as YAML' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${place.service.slug}-2.yaml`);
    await expectAccessible(second);
    if (process.env.ACCORD_PICTURES) {
      await second.setViewportSize({ width: 1440, height: 1600 });
      await second.screenshot({ path: `${process.env.ACCORD_PICTURES}/offer-wide.png` });
      await second.setViewportSize({ width: 390, height: 2200 });
      await second.screenshot({ path: `${process.env.ACCORD_PICTURES}/offer-narrow.png` });
    }
  },
  BROWSER_TIMEOUT_MS,
);
