import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

it(
  'reviews a provider: the evidence is frozen, the provider reads its edition and comments, decisions and actions close it',
  async () => {
    const { provider, commitment } = await given.reviewPlace();
    await given.scorecard(provider, [commitment]);
    const [manager] = await given.vendorManagers();
    const contact = await given.contactOf(provider, 'Cora Contact');

    const hers = await browser.visit(manager!, '/');
    await screen(hers, 'Reviews');
    await hers.getByText('No review is planned yet').waitFor();
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Plan a review' }).first().click();
    const dialog = hers.getByRole('dialog', { name: 'Plan a review' });
    await dialog.getByRole('combobox', { name: 'Provider' }).fill(provider.name);
    await hers.getByRole('option', { name: new RegExp(provider.name) }).click();
    await dialog.getByLabel('Planned for').fill('2026-03-20');
    await expectAccessible(hers);
    await dialog.getByRole('button', { name: 'Plan a review' }).click();

    const title = `Review of ${provider.name}, Feb 2026`;
    await screen(hers, title);
    await hers.getByText('Every result of the period is closed.').waitFor();
    await hers.getByRole('list', { name: 'KPIs of Feb 2026' }).getByText(commitment.name).waitFor();
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Freeze the pack' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Freeze the pack' }).click();
    await hers.getByText("Provider's edition").waitFor();

    const theirs = await browser.visit(contact, '/reviews');
    await theirs.getByRole('link', { name: `${provider.name}, Feb 2026` }).click();
    await screen(theirs, title);
    await theirs.getByText("Provider's edition").waitFor();
    expect(await theirs.getByText('What do our customers feel of it').count()).toBe(0);
    expect(await theirs.getByRole('tab').count()).toBe(0);
    await theirs.getByRole('textbox', { name: 'Your comment' }).fill('The cable was cut by a digger.');
    await theirs.getByRole('button', { name: 'Send the comment' }).click();
    await theirs.getByText('“The cable was cut by a digger.”').waitFor();
    await expectAccessible(theirs);

    await hers.reload();
    await hers.getByText('“The cable was cut by a digger.”').waitFor();
    await hers.getByText('What do our customers feel of it').waitFor();
    await hers.getByRole('textbox', { name: 'Minutes' }).fill('We spoke about the digger.');
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'The review was held' }).click();

    await hers.getByRole('textbox', { name: 'What is decided' }).fill('The outage is accepted once.');
    await hers.getByRole('button', { name: 'Record the decision' }).click();
    await hers.getByRole('listitem').filter({ hasText: 'The outage is accepted once.' }).waitFor();
    await hers.getByRole('textbox', { name: 'What', exact: true }).fill('Lay a second cable.');
    await hers.getByRole('combobox', { name: 'Owner' }).fill('Vito');
    await hers.getByRole('option', { name: /Vito Endor/ }).click();
    await hers.getByLabel('Due').fill('2026-04-30');
    await hers.getByRole('button', { name: 'Add an action' }).click();
    await hers.getByRole('cell', { name: 'Lay a second cable.', exact: true }).waitFor();
    await expectAccessible(hers);

    await hers.getByRole('tab', { name: 'Close' }).click();
    await hers.getByRole('button', { name: 'Close the review' }).click();
    await hers.getByRole('dialog').getByText('1 action stays open and visible.').waitFor();
    await hers.getByRole('dialog').getByRole('button', { name: 'Close the review' }).click();
    await hers.getByText(/^Closed by Vera Endor on/).waitFor();
    expect(await hers.getByRole('button', { name: 'Record the decision' }).count()).toBe(0);
    await expectAccessible(hers);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'measures a provider: KPIs are proposed by one, approved by another, and the scorecard leads to its evidence',
  async () => {
    const { provider, service, commitment } = await given.reviewPlace();
    const [proposer, approver] = await given.vendorManagers();

    const hers = await browser.visit(proposer!, `/providers/${provider.slug}?tab=scorecard`);
    await hers.getByRole('button', { name: 'Propose the first KPIs' }).click();
    await hers.getByLabel('In force from').fill('2026-02-01');
    await hers.getByRole('button', { name: 'Add a KPI' }).click();
    await hers.getByRole('textbox', { name: 'KPI', exact: true }).fill('Lines up');
    await hers.getByRole('combobox', { name: 'Commitment' }).click();
    await hers.getByRole('option', { name: new RegExp(commitment.name) }).click();
    await hers.getByRole('textbox', { name: 'Weight' }).fill('1');
    await hers.getByRole('textbox', { name: 'Scores 0 at' }).fill('99');
    await hers.getByRole('textbox', { name: 'Scores 100 at' }).fill('99.9');
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Propose KPIs' }).click();
    await hers.getByText(/Waits for a second person/).waitFor();

    const his = await browser.visit(approver!, `/providers/${provider.slug}?tab=scorecard&period=2026-02`);
    await his.getByRole('button', { name: 'Approve' }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    const kpis = his.getByRole('list', { name: 'KPIs of Feb 2026' });
    await kpis.waitFor();
    await his.getByText('Why is the score what it is?').click();
    await his.getByText(/^The frozen results of 2026-02 together are/).waitFor();
    await expectAccessible(his);
    await kpis.getByRole('link', { name: /^Feb 2026: / }).click();
    await screen(his, new RegExp(commitment.name));
    expect(new URL(his.url()).pathname).toBe(`/commitments/${service.slug}/${commitment.slug}`);
    await his
      .getByRole('region', { name: 'Where this figure went' })
      .getByRole('link', { name: /^Scorecard of/ })
      .click();
    await his.getByRole('heading', { name: 'Scorecard of Feb 2026' }).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'presents a review to the room by keyboard, adds an action there, and prints both editions of its pack',
  async () => {
    const { provider, commitment } = await given.reviewPlace();
    await given.scorecard(provider, [commitment]);
    const { id } = await given.review(provider, 'held');
    const [manager] = await given.vendorManagers();

    const hers = await browser.visit(manager!, `/reviews?quarter=2026-Q1&state=HELD&provider=${provider.id}`);
    await hers.getByRole('combobox', { name: 'Quarter' }).selectOption('2025-Q4');
    await hers
      .getByText('Nothing found')
      .or(hers.getByRole('button', { name: /Clear/ }))
      .first()
      .waitFor();
    await hers.getByRole('combobox', { name: 'Quarter' }).selectOption('2026-Q1');
    await hers.getByRole('link', { name: `${provider.name}, Feb 2026` }).click();
    expect(new URL(hers.url()).pathname).toBe(`/reviews/${id}`);
    await hers.getByRole('textbox', { name: 'What', exact: true }).waitFor();
    await hers.keyboard.press('a');
    expect(
      await hers.getByRole('textbox', { name: 'What', exact: true }).evaluate((field) => field.matches(':focus')),
    ).toBe(true);

    await hers.getByRole('link', { name: 'Present' }).click();
    await screen(hers, /How did it do against what was promised/);
    await expectAccessible(hers);
    await hers.keyboard.press('ArrowRight');
    await screen(hers, /What was missed/);
    await hers.keyboard.press('ArrowLeft');
    await screen(hers, /How did it do/);
    await hers.keyboard.press('a');
    await hers.keyboard.type('Lay a third cable.');
    await hers.getByRole('combobox', { name: 'Owner' }).fill('Vito');
    await hers.getByRole('option', { name: /Vito Endor/ }).click();
    await hers.getByLabel('Due').fill('2026-04-30');
    await expectAccessible(hers);
    await hers.getByRole('button', { name: 'Add an action' }).click();
    await hers.getByRole('textbox', { name: 'What', exact: true }).waitFor({ state: 'detached' });
    for (let i = 0; i < 4; i++) await hers.keyboard.press('ArrowRight');
    await screen(hers, 'What do we decide?');
    await hers.getByRole('cell', { name: 'Lay a third cable.', exact: true }).waitFor();
    await expectAccessible(hers);
    await hers.keyboard.press('Escape');
    await screen(hers, `Review of ${provider.name}, Feb 2026`);

    await hers.getByRole('link', { name: 'Print internal' }).click();
    await hers.getByRole('heading', { name: 'What the words mean' }).waitFor();
    await hers.getByRole('heading', { name: /What do our customers feel/ }).waitFor();
    expect(await hers.getByRole('navigation').count()).toBe(0);
    await expectAccessible(hers);
    const { review } = await api
      .as(manager!)
      .run('query ($id: ID!) { review(id: $id) { packs { id edition hash } } }', { id });
    const pack = review.packs.find(({ edition }: { edition: string }) => edition === 'INTERNAL');
    await hers.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await hers.getByText(pack.id, { exact: true }).waitFor();
    await hers.getByText(pack.hash, { exact: true }).waitFor();
    expect(await hers.getByRole('button', { name: 'Print' }).count()).toBe(0);
    const paper = await hers.evaluate(() => getComputedStyle(document.querySelector('main')!).backgroundColor);
    expect(paper).toBe('rgb(255, 255, 255)');
    const head = await hers.evaluate(() => getComputedStyle(document.querySelector('thead')!).display);
    expect(head).toBe('table-header-group');

    const theirs = await browser.visit(await given.contactOf(provider), `/reviews/${id}/pack?edition=INTERNAL`);
    await theirs.getByText("Provider's edition").first().waitFor();
    expect(await theirs.getByText('What do our customers feel').count()).toBe(0);
    await expectAccessible(theirs);
  },
  BROWSER_TIMEOUT_MS,
);
