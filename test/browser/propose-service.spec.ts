import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

it(
  'proposes a service: what was typed survives a reload, a taken name is refused beside its field, and the page says what is missing',
  async () => {
    await given.service({ name: 'Payroll', slug: 'payroll' });
    const office = await given.person({ name: 'Ruth Adeyemi', roles: ['btOffice'] });
    const page = await browser.visit(office, '/manage/services?add=true');
    const dialog = page.getByRole('dialog', { name: 'Propose a service' });
    const box = (name: string) => dialog.getByRole('textbox', { name, exact: true });
    await box('Name').fill('Payroll');
    await box('Outcome').fill('Everybody is paid on the 25th.');

    await page.reload();
    await dialog.waitFor();
    expect(await box('Name').inputValue()).toBe('Payroll');
    await dialog.getByRole('combobox', { name: 'Line of service' }).click();
    await page.getByRole('option', { name: 'Software support' }).click();
    await dialog.getByRole('button', { name: 'Propose a service' }).click();
    const summary = dialog.getByRole('alert');
    await summary.getByRole('link', { name: /^Address name: There is, or was, a service/ }).waitFor();
    await expectAccessible(page);

    await summary.getByRole('link').click();
    await box('Address name').fill('payroll-abroad');
    await dialog.getByRole('button', { name: 'Propose a service' }).click();
    await screen(page, 'Payroll');
    await page.getByRole('button', { name: 'Charter' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Charter' }).click();
    const missing = page.getByRole('list', { name: 'What is needed' });
    await missing.waitFor();
    expect(await missing.getByRole('listitem').allInnerTexts()).toEqual([
      'It has no owner: name the person who answers for it.',
      'It has no plan: add one that people can choose.',
      'Nothing is promised: no plan names an SLA in force with a commitment on this service.',
    ]);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('alert').getByText('has no plan').waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);
