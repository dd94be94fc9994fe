import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

const PRICES = [
  { kind: 'oneOff' as const, label: 'Set-up', amount: '25', per: null },
  { kind: 'recurring' as const, label: 'Seat', amount: '10.50', per: 'month' as const },
];

it(
  'orders a service: the price is seen before one commits, an owner approves, a team fulfils, the requester accepts',
  async () => {
    const place = await given.orderPlace({ plan: { name: 'Standard', prices: PRICES } });
    const { service, requester, owner, member, team } = place;

    const hers = await browser.visit(requester, `/catalog/${service.slug}`);
    await hers.getByRole('link', { name: 'Order', exact: true }).click();
    await screen(hers, `Order ${service.name}`);
    const quantity = hers.getByRole('textbox', { name: 'Quantity' });
    await quantity.fill('0');
    await quantity.blur();
    await hers.getByText('Between 1 and 100,000.').waitFor();
    expect(await quantity.inputValue()).toBe('0');
    await quantity.fill('1.5');
    await hers.getByText('Only whole numbers.').waitFor();
    await quantity.fill('3');
    const commitment = hers.getByRole('region', { name: 'Before you commit' });
    // (25 + 10.50 × 10 begun months from 16 March to 31 December) × 3
    await commitment.getByRole('strong').filter({ hasText: '€390.00' }).waitFor();
    for (const fact of ['€75.00', '€31.50', '€378.00', 'Enough for this order', 'Olga Owner', team.name])
      await commitment.getByText(fact, { exact: true }).first().waitFor();
    await hers.getByRole('button', { name: 'Submit order' }).click();
    await hers
      .getByRole('alert')
      .getByRole('link', { name: /^Reason/ })
      .waitFor();
    await hers.getByRole('textbox', { name: 'Reason' }).fill('Three new colleagues begin in April.');
    await hers.getByText(/^Draft A-\d+ is saved\.$/).waitFor();
    await expectAccessible(hers);

    await hers.reload();
    const reason = hers.getByRole('textbox', { name: 'Reason' });
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('Three new colleagues begin in April.');
    expect(await hers.getByRole('textbox', { name: 'Quantity' }).inputValue()).toBe('3');
    await hers.getByRole('button', { name: 'Submit order' }).click();
    await screen(hers, new RegExp(`^A-\\d+: ${service.name}$`));
    await hers.getByText('Waiting for the approval of Olga Owner.').waitFor();
    expect(
      await hers.getByRole('list', { name: 'Stages of the order' }).locator('[aria-current=step]').innerText(),
    ).toMatch(/Approved/);
    await expectAccessible(hers);

    const his = await browser.visit(owner, '/home');
    await his.getByRole('link', { name: 'Look and act' }).waitFor();
    await his.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Approvals' }).click();
    await screen(his, 'Approvals');
    await his.getByText('Rita Requester orders').waitFor();
    await his.getByText('€9,610.00').waitFor();
    await his.getByText('Three new colleagues begin in April.').waitFor();
    await expectAccessible(his);
    await his.getByRole('button', { name: 'Approve' }).click();
    await his.getByText('Nothing waits for you').waitFor();

    const theirs = await browser.visit(member, '/work');
    await screen(theirs, 'Work');
    await theirs.getByRole('button', { name: 'Start' }).click();
    await theirs.getByRole('button', { name: 'Done', exact: true }).waitFor();
    await expectAccessible(theirs);
    // By the keyboard like any list; the order itself offers the one task that is left once.
    await theirs.locator('body').press('j');
    expect(await theirs.locator(':focus').innerText()).toMatch(/^A-\d+$/);
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('button', { name: 'Deliver' }).waitFor();
    await theirs.getByRole('button', { name: 'Hand over' }).waitFor();
    expect(await theirs.getByRole('button', { name: 'Done', exact: true }).count()).toBe(0);
    await theirs.goBack();
    await theirs.getByRole('button', { name: 'Done', exact: true }).click();
    await theirs.getByRole('textbox', { name: 'Note for the requester' }).fill('The seats are ready.');
    await theirs.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await theirs.getByText('Nothing to fulfil').waitFor();

    await hers.reload();
    await hers.getByText('Delivered. Waiting for you to accept it.').waitFor();
    await hers.getByText('“The seats are ready.”').first().waitFor();
    await hers.getByRole('button', { name: 'Accept' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await hers.getByText(/^Completed\./).waitFor();
    await expectAccessible(hers);
    await hers.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'My services' }).click();
    await screen(hers, 'My services');
    await hers.getByRole('cell', { name: '€31.50' }).waitFor();
    await expectAccessible(hers);

    await his.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Budgets' }).click();
    await his.getByRole('link', { name: 'Year 2026' }).click();
    await screen(his, 'Year 2026');
    // Seats are charged by their days in March: of 390.00 this leaves 374.76 to pay.
    await his.getByText('€9,625.24').waitFor();
    await expectAccessible(his);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'makes a service orderable on screens: a team fulfils it, and a unit has a budget',
  async () => {
    const office = await given.person({ name: 'Ruth Adeyemi', roles: ['btOffice'] });
    const service = await given.service({ name: 'Desk phones', slug: 'desk-phones' });
    await given.plan(service);
    const unit = await given.unit({ name: 'Logistics' });
    await given.team({ name: 'Workplace crew' });
    const requester = await given.person({ roles: ['requester'], unitId: unit.id });

    const page = await browser.visit(office, '/manage/services/desk-phones?tab=support');
    await page.getByText('No team has been set yet.').waitFor();
    await page.getByRole('button', { name: 'Set the team' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Team' }).click();
    await page.getByRole('option', { name: 'Workplace crew' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Set the team' }).click();
    await page.getByText('since 16 Mar 2026').waitFor();

    const hers = await browser.visit(requester, '/catalog/desk-phones/order');
    const commitment = hers.getByRole('region', { name: 'Before you commit' });
    await commitment.getByText('Neither Logistics nor a unit above it has a budget for today.').waitFor();
    await expectAccessible(hers);

    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Budgets' }).click();
    await page.getByRole('button', { name: 'Set a budget' }).first().click();
    await dialog.getByRole('combobox', { name: 'Unit' }).click();
    await page.getByRole('option', { name: 'Logistics' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Logistics 2026');
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('5000');
    await dialog.getByRole('button', { name: 'Set a budget' }).click();
    await page
      .getByRole('row', { name: /Logistics 2026/ })
      .getByText('€5,000.00')
      .first()
      .waitFor();
    await expectAccessible(page);

    await hers.reload();
    await commitment.getByText('Enough for this order').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
