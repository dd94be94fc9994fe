import { startStory } from '../builders/index.js';
import type { Page } from 'playwright-core';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

const form = {
  schema: {
    type: 'object',
    properties: {
      kind: { type: 'string', title: 'Kind of laptop', enum: ['standard', 'workstation'] },
      laptops: { type: 'integer', title: 'How many', minimum: 1, maximum: 20 },
      users: {
        type: 'array',
        title: 'Who works with it',
        items: { type: 'string', format: 'person' },
        uniqueItems: true,
        maxItems: 5,
      },
      agreed: { type: 'boolean', title: 'They follow the rules for devices', const: true },
    },
    required: ['kind', 'laptops', 'agreed'],
    allOf: [
      {
        if: { properties: { kind: { const: 'workstation' } }, required: ['kind'] },
        then: {
          properties: { work: { type: 'string', title: 'What it has to do', maxLength: 200 } },
          required: ['work'],
        },
      },
    ],
  },
  ui: {
    order: ['kind', 'work', 'laptops', 'users', 'agreed'],
    hints: { kind: { widget: 'radio' }, work: { widget: 'textarea' } },
  },
  quantityField: 'laptops',
};
const PRICES = [{ kind: 'perUnit' as const, label: 'Laptop', amount: '40', per: 'month' as const, unitName: 'laptop' }];
const pictures = process.env.ACCORD_PICTURES;

it(
  'fills in a form whose parts follow the answers, sees the price meanwhile, and is told when the form has changed',
  async () => {
    const place = await given.orderPlace({ plan: { name: 'Standard', prices: PRICES } });
    await given.person({ name: 'Ines Colleague' });
    await given.offered(place.service, (now) => ({ ...now, form }));
    const page = await browser.visit(place.requester, `/catalog/${place.service.slug}/order`);
    await screen(page, `Order ${place.service.name}`);

    const problems = page.getByRole('alert').getByRole('link');
    await page.getByRole('button', { name: 'Submit order' }).click();
    await problems.filter({ hasText: /^Kind of laptop: / }).waitFor();
    await page.getByRole('radio', { name: 'workstation' }).check();
    await page.getByText('Kind of laptop: ').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Submit order' }).click();
    await problems.first().waitFor();
    expect((await problems.allInnerTexts()).map((text) => text.split(':')[0])).toEqual([
      'What it has to do',
      'How many',
      'They follow the rules for devices',
      'Reason',
    ]);
    await expectAccessible(page);
    await problems.first().click();
    await page.keyboard.type('Films for the web shop');
    await page.getByRole('textbox', { name: 'How many' }).fill('2');
    await page.getByRole('region', { name: 'Before you commit' }).getByText('€80.00').first().waitFor();
    await page.getByRole('textbox', { name: 'How many' }).fill('3');
    await page.getByRole('region', { name: 'Before you commit' }).getByText('€120.00').first().waitFor();
    await page.getByRole('combobox', { name: 'Who works with it' }).fill('Ines');
    await page.getByRole('option', { name: 'Ines Colleague' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'They follow the rules for devices' }).check();
    const last = page.waitForResponse((response) => {
      const asked = response.request().postData() ?? '';
      return /(draftOrder|changeOrderDraft)\(/.test(asked) && asked.includes('A new crew for films.');
    });
    await page.getByRole('textbox', { name: 'Reason' }).fill('A new crew for films.');
    await last;
    await page.getByText(/^Draft A-\d+ is saved\.$/).waitFor();
    if (pictures) {
      await page.setViewportSize({ width: 1440, height: 1300 });
      await page.screenshot({ path: `${pictures}/form-wide.png` });
      await page.setViewportSize({ width: 390, height: 2000 });
      await page.screenshot({ path: `${pictures}/form-narrow.png` });
    }

    await page.reload();
    await page.getByText('Ines Colleague').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'What it has to do' }).inputValue()).toBe('Films for the web shop');
    await page.getByRole('radio', { name: 'standard', exact: true }).check();
    await page.getByText('Not sent, since it is not asked any more').waitFor();
    // What it costs is asked for anew first.
    await page.getByText(/^Draft A-\d+ is saved\.$/).waitFor();
    await page.locator('button[type=submit]:enabled').waitFor();
    await expectAccessible(page);

    const colour = { type: 'string', title: 'Colour', enum: ['grey', 'black'] };
    const properties = { ...form.schema.properties, colour };
    await given.offered(place.service, (now) => ({
      ...now,
      form: {
        ...form,
        schema: { ...form.schema, properties },
        ui: { ...form.ui, order: [...form.ui.order, 'colour'] },
      },
    }));
    await page.getByRole('button', { name: 'Submit order' }).click();
    await page.getByText('"Colour" is new.', { exact: true }).waitFor();
    await page.getByText('One thing to correct').waitFor();
    await page.getByRole('combobox', { name: 'Colour' }).click();
    await page.getByRole('option', { name: 'black' }).click();
    await page.getByRole('region', { name: 'Before you commit' }).getByText('€120.00').first().waitFor();
    await page.getByRole('button', { name: 'Submit order' }).click();
    await screen(page, new RegExp(`^A-\\d+: ${place.service.name}$`));
    for (const text of ['Ines Colleague', 'black', 'Not sent', 'What it has to do'])
      await page.getByText(text, { exact: true }).first().waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'is made question by question beside how it will look, or as text, and says where a mistake is',
  async () => {
    const owner = await given.person({ name: 'Priya Raman', roles: ['serviceOwner'] });
    const { service } = await given.orderPlace();
    const page = await browser.visit(owner, `/manage/services/${service.slug}?tab=plans`);
    await page.getByRole('button', { name: 'Start a draft' }).click();
    await page.getByRole('button', { name: 'Change the order form' }).click();
    const dialog = page.getByRole('dialog');
    const question = (n: number) => dialog.getByRole('textbox', { name: 'Question', exact: true }).nth(n - 1);
    const kind = async (n: number, name: string) => {
      await dialog
        .getByRole('combobox', { name: 'Kind of answer' })
        .nth(n - 1)
        .click();
      await page.getByRole('option', { name, exact: true }).click();
    };
    await dialog.getByRole('button', { name: 'Add a question' }).click();
    await question(1).fill('What is it for?');
    await kind(1, 'One of a few, all shown');
    await dialog.getByRole('button', { name: 'Add a question' }).click();
    await kind(2, 'A day');
    await dialog.getByRole('button', { name: 'Only if something was answered' }).click();
    await dialog.getByRole('button', { name: 'Keep in the draft' }).click();
    const problems = dialog.getByRole('alert').getByRole('link');
    await problems.first().waitFor();
    expect((await problems.allInnerTexts()).map((text) => text.split(':')[0])).toEqual([
      'Choices',
      'Question',
      'is one of',
    ]);
    await expectAccessible(page);

    await dialog.getByRole('textbox', { name: 'Choices' }).fill('daily work\na project');
    await question(2).fill('Until when?');
    await dialog.getByRole('combobox', { name: 'is one of' }).click();
    await page.getByRole('option', { name: 'a project' }).click();
    await page.keyboard.press('Escape');
    const preview = dialog.getByRole('region', { name: 'As it will look' });
    await preview.getByRole('radio', { name: 'a project' }).check();
    await preview.getByLabel('Until when?').waitFor();
    await expectAccessible(page);
    await pictured(page, 'questions');

    await dialog.getByRole('tab', { name: 'As text' }).click();
    const source = dialog.getByRole('textbox', { name: 'As JSON' });
    const text = await source.inputValue();
    await source.fill(text.replace('"format": "date"', '"format": "day"'));
    await dialog
      .getByText(/form\.schema\.allOf\.0\.then\.properties\.untilWhen\.format/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Keep in the draft' }).click();
    await dialog.getByRole('alert').waitFor();
    await source.fill(text);
    await dialog.getByRole('tab', { name: 'Questions' }).click();
    expect(await question(2).inputValue()).toBe('Until when?');
    await dialog.getByRole('button', { name: 'Keep in the draft' }).click();
    await page.getByText('The form is new.').waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

/** For who looks at the screens: the page wide and narrow, where a folder for pictures is named. */
async function pictured(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  for (const [width, height] of [
    [1440, 1100],
    [390, 1600],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
