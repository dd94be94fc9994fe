import { startStory } from '../builders/index.js';
import { REFUSE } from '../stories/rewards/documents.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

it(
  'pays a team for what was measured: one calculates, another approves, it is released, and a member sees what and why',
  async () => {
    const place = await given.rewardPlace();
    const { plan, officer, second, members } = place;

    const hers = await browser.visit(officer, `/rewards/${plan.slug}`);
    await screen(hers, plan.name);
    await hers.getByRole('tab', { name: /^Periods/ }).click();
    await hers.getByRole('button', { name: 'Calculate a period' }).click();
    await hers.getByRole('dialog').getByRole('combobox', { name: 'Period' }).click();
    await hers.getByRole('option', { name: 'Q4 2025' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Calculate a period' }).click();
    await hers.getByText(/Waits for a second person who is not paid by it/).waitFor();
    await hers.getByText('€8,250.00').first().waitFor();
    await expectAccessible(hers);
    expect(await hers.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    const his = await browser.visit(second, `/rewards/${plan.slug}`);
    await his.getByRole('button', { name: 'Approve' }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await his.getByRole('button', { name: 'Release' }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
    await his.getByText(/Released on/).waitFor();

    const members0 = await browser.visit(members[0]!, '/');
    await screen(members0, 'My reward');
    await members0.getByRole('heading', { name: 'Reward of Q4 2025' }).waitFor();
    await members0.getByText('€4,125.00', { exact: true }).first().waitFor();
    const measures = members0.getByRole('list', { name: 'Measures' });
    await measures.getByText('82.50%').waitFor();
    expect(await measures.getByRole('link').count()).toBe(3);
    expect(await members0.getByText(/1,375\.00|2,750\.00|8,250\.00/).count()).toBe(0);
    await expectAccessible(members0);
    await members0.getByRole('button', { name: 'View as table' }).click();
    await members0.getByRole('columnheader', { name: 'Attainment' }).waitFor();
    await measures.getByRole('link').first().click();
    await screen(members0, new RegExp(place.commitments[0]!.name));
    await members0.getByRole('tab', { name: 'Why this figure' }).click();
    await members0.getByRole('heading', { level: 2, name: /^Why / }).waitFor();
    // What a payee may not open stands there as plain words.
    const closed = 'a[href^="/manage/downtime"], a[href^="/commitments/exclusions"], a[href^="/tickets/"]';
    expect(await members0.locator(closed).count()).toBe(0);
    await members0.getByRole('heading', { name: 'Maintenance and exclusions' }).waitFor();
    await expectAccessible(members0);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'agrees on rules: a version is proposed with its curve drawn, and a second person approves it',
  async () => {
    const { plan, officer, second } = await given.rewardPlace();
    const hers = await browser.visit(officer, `/rewards/${plan.slug}?tab=versions&propose=true`);
    await hers.getByLabel('In force from').fill('2026-04-01');
    await hers.getByRole('textbox', { name: 'Pool at 100%' }).fill('12500');
    await hers.getByRole('textbox', { name: 'Cap' }).fill('15000');
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Propose the version' }).click();
    await hers.getByText('Version 2, from 1 Apr 2026').waitFor();
    await hers.getByText('€12,500.00').waitFor();

    const his = await browser.visit(second, `/rewards/${plan.slug}?tab=versions`);
    await his.getByRole('button', { name: 'Approve' }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await his
      .getByText(/Approved by Rex Officer/)
      .first()
      .waitFor();
    await expectAccessible(his);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'ends a plan with a reason, once its calculation that no longer stands was calculated again and refused',
  async () => {
    const place = await given.rewardPlace();
    const { plan, officer } = place;
    await given.reward(place, 'approved');
    await given.restated(place, 0, 0);

    const hers = await browser.visit(officer, `/rewards/${plan.slug}`);
    await hers.getByText(/Calculate again: what is not released gives way/).waitFor();
    expect(await hers.getByRole('button', { name: 'Release' }).count()).toBe(0);
    // Nobody ends a plan while a calculation of it is not released.
    expect(await hers.getByRole('button', { name: 'End the plan' }).count()).toBe(0);

    await hers.getByRole('button', { name: 'Calculate again' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Calculate again' }).click();
    await hers.getByText(/Waits for a second person who is not paid by it/).waitFor();
    const [{ id }] = await api.dataSource.query(`SELECT id FROM reward_calculation WHERE state = 'calculated'`);
    await api.as(place.lead).run(REFUSE, { id, reason: 'The plan ends.' });
    await hers.reload();
    await hers.getByRole('button', { name: 'End the plan' }).click();
    const dialog = hers.getByRole('dialog');
    await dialog.getByText(/It ends today, /).waitFor();
    await expectAccessible(hers);
    await dialog.getByRole('textbox').fill('Paid otherwise from now on.');
    await dialog.getByRole('button', { name: 'End the plan' }).click();
    await hers.getByText(/^Ended on /).waitFor();
    expect(await hers.getByRole('button', { name: 'End the plan' }).count()).toBe(0);
    await expectAccessible(hers);
  },
  BROWSER_TIMEOUT_MS,
);
