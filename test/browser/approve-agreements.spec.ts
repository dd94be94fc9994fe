import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

const PROPOSE = 'mutation ($id: ID!) { proposeAgreementVersion(id: $id) { errors { message } } }';
const REFUSE =
  'mutation ($id: ID!, $reason: String!) { refuseAgreementVersion(id: $id, reason: $reason) { errors { message } } }';

it(
  'approves several agreement versions at once, and answers each',
  async () => {
    const [ann, bob] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
    const propose = async (name: string) => {
      const { version } = await given.draftAgreement({ name });
      await api.as(ann).run(PROPOSE, { id: version.id });
      return version.id;
    };
    await propose('Mail for all');
    const withdrawn = await propose('Fax for all');
    await propose('Phones for all');

    const page = await browser.visit(bob, '/agreements');
    await page.getByRole('heading', { name: '3 versions wait for you' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve selected' }).isDisabled()).toBe(true);
    // By keys alone: to the first row, select it, and all the others with the box above.
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Approve 1 selected' }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await expectAccessible(page);

    await api.as(ann).run(REFUSE, { id: withdrawn, reason: 'Nobody sends faxes.' });
    await page.getByRole('button', { name: 'Approve 3 selected' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve 3 selected' }).click();

    await page.getByText('Mail for all, version 1: approved.').waitFor();
    await page.getByText('Phones for all, version 1: approved.').waitFor();
    await page.getByText(/^Fax for all, version 1: (?!approved)/).waitFor();
    await page.getByRole('heading', { name: 'No version waits for you' }).waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'says what stands in the way without a fault in the console',
  async () => {
    const nobody = await given.person();
    const page = await browser.visit(nobody, '/catalog/no-such-service');
    await screen(page, 'Nothing stands at this address');

    await page.goto('/manage/downtime');
    await screen(page, 'Not open to you');
    expect(await page.getByRole('link', { name: 'Downtime' }).count()).toBe(0);
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);
