import { startStory } from '../builders/index.js';
import type { SignedInPerson } from '../builders/people.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

/** Two of three of a team, then the budget owner; the budget covers less than one of the orders. */
async function quorum() {
  const above = await given.unit({ name: 'Company' });
  await given.budget(above, { name: 'Company 2026', amount: '5000' });
  const roles = [{ role: 'budgetOwner' as const, kind: 'unit' as const, id: above.id }];
  await given.person({ name: 'Ada Above', roles });
  const place = await given.orderPlace({ budget: { amount: '450' } });
  await api.dataSource.query('UPDATE business_unit SET parent_id = $2 WHERE id = $1', [place.unit.id, above.id]);
  const team = await given.team({ name: 'Compliance' });
  const members: SignedInPerson[] = [];
  for (const name of ['Carl Compliance', 'Cora Compliance', 'Cem Compliance']) {
    const member = await given.person({ name });
    await given.membership(team, member);
    members.push(member);
  }
  const law = { key: 'law', name: 'Compliance', need: { count: 2 }, from: [{ kind: 'team', team: team.slug }] };
  const money = { key: 'budget', name: 'Budget owner', need: 'any', from: [{ kind: 'budgetOwner' }] };
  await given.offered(place.service, (now) => ({ ...now, approval: { stages: [law, money], automatic: [] } }));
  await given.changedPlan(place.plan, { term: { months: 24, renewal: 'automatic' } });
  return { place, members };
}

it(
  'approves by quorum, one of them by a substitute, with the facts in front of them; and takes a decision back',
  async () => {
    const { place, members } = await quorum();
    const [carl, cora] = members as [SignedInPerson, SignedInPerson];
    const priya = await given.person({ name: 'Priya Patel' });
    const refused = await given.order(place, 'awaitingApproval');
    await given.order(place, 'awaitingApproval', { quantity: 5, reason: 'New colleagues begin in April.' });

    const his = await browser.visit(carl, '/settings/substitutes');
    await screen(his, 'Substitutes');
    await expectAccessible(his);
    await his.getByRole('button', { name: 'Name a substitute' }).click();
    await his.getByRole('combobox', { name: 'Substitute' }).fill('Priya');
    await his.getByRole('option', { name: /Priya Patel/ }).click();
    await his.getByLabel('Last day').fill('2026-03-31');
    await expectAccessible(his);
    await his.getByRole('dialog').getByRole('button', { name: 'Name a substitute' }).click();
    await his.getByText('Both of you were told.').waitFor();
    await his.getByRole('cell', { name: 'Priya Patel' }).waitFor();
    await picture(his, 'substitutes');

    const hers = await browser.visit(priya, '/approvals');
    await screen(hers, 'Approvals');
    await hers.getByText('Carl Compliance, or Priya Patel instead').first().waitFor();
    await hers.getByText('From a budget further up').waitFor();
    await expectAccessible(hers);
    await picture(hers, 'approvals');
    await hers.getByLabel('Choose all').check();
    await hers.getByText('2 orders chosen').waitFor();
    await hers.locator('main').getByRole('button', { name: 'Approve', exact: true }).first().click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await hers.getByText('2 of 2 decided').waitFor();
    const takeBack = hers.getByRole('button', { name: 'Take back' });
    await takeBack.first().waitFor();
    await takeBack.first().click();
    await hers.getByText('Your decision was taken back.').waitFor();

    const second = await browser.visit(cora, `/orders/${refused.id}`);
    await second.getByText('Stages of approval').waitFor();
    await expectAccessible(second);
    await picture(second, 'order-stages');

    const budgets = await browser.visit(place.owner, `/budgets/${place.budget.id}`);
    await budgets.getByText('Committed').first().waitFor();
    await expectAccessible(budgets);
    await picture(budgets, 'budget');
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'adds a stage for the orders of a unit, which a second person puts into force',
  async () => {
    const unit = await given.unit({ name: 'Sales' });
    const team = await given.team({ name: 'Data protection' });
    await given.membership(team, await given.person({ name: 'Dora Data' }));
    const [author, second] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];

    const his = await browser.visit(author, `/approval-stages?unit=${unit.id}`);
    await screen(his, 'Approval stages');
    await his.getByText('Sales adds no stage of its own.').waitFor();
    await his.getByRole('button', { name: 'Change the stages' }).click();
    await his.getByRole('button', { name: 'Propose' }).waitFor();
    await his.getByRole('button', { name: 'Add a stage' }).click();
    await his.getByRole('textbox', { name: 'Name of the stage' }).fill('Data protection');
    await his.getByRole('combobox', { name: 'Team' }).click();
    await his.getByRole('option', { name: 'Data protection' }).click();
    await his.getByText('Dora Data').waitFor();
    await his.getByRole('textbox', { name: 'Reason' }).fill('The law asks for it.');
    await expectAccessible(his);
    await picture(his, 'approval-stages');
    await his.getByRole('button', { name: 'Propose' }).click();
    await his.getByText('Version 1 of Sales waits for a second person').waitFor();
    await expectAccessible(his);

    const hers = await browser.visit(second, `/approval-stages?unit=${unit.id}`);
    await hers.getByRole('button', { name: 'Approve' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await hers.getByText('In force').waitFor();
    await expectAccessible(hers);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'asks the contact of a provider whether they can deliver, and tells them no more than that',
  async () => {
    const place = await given.orderPlace();
    const provider = await given.provider();
    const contact = await given.contactOf(provider);
    await api.dataSource.query('UPDATE service SET provider_id = $2 WHERE id = $1', [place.service.id, provider.id]);
    const capacity = { key: 'capacity', name: 'Capacity', need: 'any', from: [{ kind: 'provider' }] };
    await given.offered(place.service, (now) => ({ ...now, approval: { stages: [capacity], automatic: [] } }));
    const [taken, refused] = [
      await given.order(place, 'awaitingApproval', { quantity: 3 }),
      await given.order(place, 'awaitingApproval'),
    ];

    const page = await browser.visit(contact, '/approvals');
    await screen(page, 'Orders that wait for you');
    await page.getByText(`3 × ${place.plan.name}, ${place.service.name}`).waitFor();
    expect(await page.getByText('Rita Requester').count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'approvals-of-provider');
    const card = (number: number) => page.getByRole('listitem').filter({ hasText: `A-${number}: Capacity` });
    await card(taken.number).getByRole('button', { name: 'Approve' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText(`A-${taken.number} was approved.`).first().waitFor();
    await card(refused.number).getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Sold out.');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Nothing waits for you').waitFor();
    const states = await api.dataSource.query('SELECT state FROM service_order WHERE id = ANY ($1) ORDER BY state', [
      [taken.id, refused.id],
    ]);
    expect(states).toEqual([{ state: 'approved' }, { state: 'rejected' }]);
  },
  BROWSER_TIMEOUT_MS,
);

/** Kept where somebody wants to look at what was seen. */
async function picture(page: Awaited<ReturnType<typeof browser.visit>>, name: string): Promise<void> {
  const folder = process.env.ACCORD_PICTURES;
  if (!folder) return;
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
