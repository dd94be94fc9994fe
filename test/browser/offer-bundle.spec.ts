import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const pictures = process.env.ACCORD_PICTURES;

const place = { type: 'string', title: 'Where to?', enum: ['to the desk', 'home'] };
const address = { type: 'string', title: 'Address', maxLength: 100 };
const atHome = {
  if: { properties: { place: { const: 'home' } }, required: ['place'] },
  then: { properties: { address }, required: ['address'] },
};

it(
  'puts a bundle together by its fields, with a question that only some are asked, and another person publishes it',
  async () => {
    const laptops = await given.orderPlace({ plan: { name: 'Standard' } });
    const screens = await given.orderPlace({ plan: { name: 'Large' } });
    await given.offered(laptops.service, (now) => ({
      ...now,
      form: { schema: { type: 'object', properties: { place }, required: ['place'], allOf: [atHome] } },
    }));
    const author = await given.person({ name: 'Ola Author', roles: ['serviceOwner'] });
    const office = await given.person({ name: 'Otto Office', roles: ['btOffice'] });

    const page = await browser.visit(author, '/manage/bundles/new');
    await screen(page, 'New bundle');
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    const problems = page.getByRole('alert').getByRole('link');
    await problems.first().waitFor();
    expect((await problems.allInnerTexts()).map((text) => text.split(':')[0])).toEqual([
      'Name',
      'Outcome',
      'Plan',
      'Plan',
    ]);
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('A place to work');
    await page.getByRole('textbox', { name: 'Outcome' }).fill('A desk with all that belongs to it.');
    const choose = async (label: string, n: number, words: string, option: string) => {
      const box = page.getByRole('combobox', { name: label }).nth(n - 1);
      // A list closes when its field is scrolled away.
      await box.evaluate((field) => field.scrollIntoView({ block: 'center' }));
      await box.click();
      if (words) await box.fill(words);
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await choose('Plan', 1, laptops.service.name, `${laptops.service.name}: Standard`);
    await choose('Plan', 2, screens.service.name, `${screens.service.name}: Large`);
    await page.getByRole('checkbox', { name: 'Always in it' }).nth(1).uncheck();

    const ask = async (n: number, title: string, kind: string) => {
      await page.getByRole('button', { name: 'Add a question' }).click();
      await page
        .getByRole('textbox', { name: 'Question', exact: true })
        .nth(n - 1)
        .fill(title);
      await choose('Kind of answer', n, '', kind);
    };
    await ask(1, 'Where will you work?', 'One of a list');
    await page.getByRole('textbox', { name: 'Choices' }).fill('to the desk\nhome\nby the sea');
    await choose('The answer goes to', 1, '', `${laptops.service.name}: Where to?`);
    await page.keyboard.press('Escape');
    await ask(2, 'Your address', 'A line of text');
    await page.getByRole('textbox', { name: 'Characters, at most' }).fill('100');
    await page.getByRole('button', { name: 'Only if something was answered' }).click();
    await choose('is one of', 1, '', 'home');
    await page.keyboard.press('Escape');
    await choose('The answer goes to', 2, '', `${laptops.service.name}: Address`);
    await page.keyboard.press('Escape');
    await page.getByText(/"by the sea" is no choice there/).waitFor();
    await page.getByRole('textbox', { name: 'Up to how many' }).nth(1).fill('0');
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Up to how many/ })
      .waitFor();
    await page.getByRole('textbox', { name: 'Up to how many' }).nth(1).fill('3');
    await page.getByRole('textbox', { name: 'Choices' }).fill('to the desk\nhome');
    await page.getByText('It can be proposed once it is kept.').waitFor();
    // Nothing stands half below the head of the page.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible(page);
    if (pictures)
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${pictures}/bundle-editor-${width}.png`, fullPage: true });
      }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await screen(page, 'A place to work');

    await page.getByRole('tab', { name: 'As text' }).click();
    const source = page.getByRole('textbox', { name: 'As JSON' });
    const text = await source.inputValue();
    expect(JSON.parse(text)).toMatchObject({
      parts: [
        { key: laptops.service.slug, required: true, most: null },
        { required: false, most: 3 },
      ],
      answers: [
        { question: 'whereWillYouWork', part: laptops.service.slug, field: 'place' },
        { question: 'yourAddress', part: laptops.service.slug, field: 'address' },
      ],
    });
    await source.fill(text.replace('A desk with', 'A chair with'));
    await page.getByRole('tab', { name: 'Fields' }).click();
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page.getByText('A chair with all that belongs to it.').first().waitFor();
    await page.getByRole('button', { name: 'Propose' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^The outcome/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await page.getByText(/Proposed by Ola Author/).waitFor();
    await expectAccessible(page);

    const other = await browser.visit(office, '/manage/bundles/a-place-to-work');
    await other.getByRole('button', { name: 'Publish' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await other.getByRole('link', { name: 'See it in the catalog' }).click();
    await screen(other, 'A place to work');
    await other.getByText(screens.service.name).first().waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
