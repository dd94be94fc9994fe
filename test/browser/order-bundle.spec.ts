import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);
const pictures = process.env.ACCORD_PICTURES;

const place = { type: 'string', title: 'Where to?', enum: ['to the desk', 'home'] };
const address = { type: 'string', title: 'Address', maxLength: 100 };
const system = { type: 'string', title: 'Operating system', enum: ['Linux', 'Windows'] };
const atHome = {
  if: { properties: { place: { const: 'home' } }, required: ['place'] },
  then: { properties: { address }, required: ['address'] },
};

it(
  'marks and compares services, sees what hangs on one, and orders a bundle of them for a colleague, each question asked once',
  async () => {
    const laptops = await given.orderPlace({ plan: { name: 'Standard' } });
    const at = { unit: laptops.unit, team: laptops.team };
    const screens = await given.orderPlace({
      at,
      budget: { name: 'Later', from: '2027-01-01', to: '2027-12-31' },
      plan: { name: 'Large', prices: [{ amount: '4.00' }] },
    });
    const shop = await given.service({ name: 'Web shop', supporting: [laptops.service] });
    await given.plan(shop);
    await given.person({ name: 'Ines Colleague' });
    const required = ['place', 'system'];
    await given.offered(laptops.service, (now) => ({
      ...now,
      form: { schema: { type: 'object', properties: { place, system }, required, allOf: [atHome] } },
    }));
    const ref = ({ service, plan }: typeof laptops) => `${service.slug}/${plan.slug}`;
    await given.bundle({
      name: 'A place to work',
      outcome: 'A desk with all that belongs to it.',
      parts: [
        { key: 'laptop', plan: ref(laptops) },
        { key: 'screen', plan: ref(screens), required: false, most: 3 },
      ],
      form: { schema: { type: 'object', properties: { place }, required: ['place'], allOf: [atHome] } } as never,
      answers: [
        { question: 'place', part: 'laptop', field: 'place' },
        { question: 'address', part: 'laptop', field: 'address' },
      ],
    });

    const page = await browser.visit(laptops.requester, '/catalog');
    const cards = page.getByRole('list', { name: 'Catalog' });
    await cards.getByRole('button', { name: `Mark ${laptops.service.name} as a favourite` }).click();
    await page.getByRole('button', { name: `Take ${laptops.service.name} out of the favourites` }).waitFor();
    await page.getByRole('checkbox', { name: `Compare ${laptops.service.name}` }).check();
    await page.getByRole('checkbox', { name: `Compare ${screens.service.name}` }).check();
    await page.getByText('2 services chosen').waitFor();
    await page.getByRole('link', { name: 'A place to work' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Compare them' }).click();
    await screen(page, 'Compare services');
    await page.getByRole('row', { name: /^Price.*They differ/ }).waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: laptops.service.name, exact: true }).click();
    await page.getByRole('link', { name: 'What is hit if it fails' }).click();
    await screen(page, `If ${laptops.service.name} fails, what is hit?`);
    await page.getByText('Business view', { exact: true }).click();
    await page.getByRole('link', { name: `${shop.name}, Is hit with it, 0 subscriptions` }).waitFor();
    await expectAccessible(page);

    await page.goto('/catalog?show=bundles');
    await page.getByRole('button', { name: 'Mark A place to work as a favourite' }).click();
    await page.getByRole('checkbox', { name: 'Only my favourites' }).check();
    await page.getByRole('link', { name: 'A place to work' }).click();
    await screen(page, 'A place to work');
    await page.getByRole('button', { name: 'Take A place to work out of the favourites' }).waitFor();
    await page.getByText('From €10.00 a month').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Order the bundle' }).click();
    await screen(page, 'Order A place to work');

    await page.getByRole('combobox', { name: 'For' }).fill('Ines');
    await page.getByRole('option', { name: /Ines Colleague/ }).click();
    await page.getByRole('combobox', { name: 'Where to?' }).click();
    await page.getByRole('option', { name: 'home' }).click();
    await page.getByRole('checkbox', { name: `Add ${screens.service.name}` }).check();
    await page.getByRole('textbox', { name: 'How many' }).fill('2');
    const summary = page.getByRole('region', { name: 'Before you commit' });
    await summary.getByText('€18.00').first().waitFor();
    await page.locator('button[type=submit]:enabled').waitFor();
    await page.getByRole('button', { name: 'Submit order' }).click();
    const problems = page.getByRole('alert').getByRole('link');
    await problems.first().waitFor();
    expect((await problems.allInnerTexts()).map((text) => text.split(':')[0])).toEqual([
      'Address',
      'Operating system',
      'Reason',
    ]);
    await expectAccessible(page);

    await page.getByRole('textbox', { name: 'Address' }).fill('Long Street 1');
    await page.getByRole('combobox', { name: 'Operating system' }).click();
    await page.getByRole('option', { name: 'Linux' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Ines joins the team.');
    if (pictures) {
      await page.setViewportSize({ width: 1440, height: 1300 });
      await page.screenshot({ path: `${pictures}/bundle-wide.png` });
      await page.setViewportSize({ width: 390, height: 2200 });
      await page.screenshot({ path: `${pictures}/bundle-narrow.png` });
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    // The draft keeps itself, and is found again where drafts are.
    await page.getByText(/^Draft A-\d+ is saved/).waitFor();
    const kept = page.waitForResponse(
      (response) => response.request().postData()?.includes('ChangeOrderDraft') ?? false,
    );
    await page.getByRole('textbox', { name: 'Reason' }).fill('Ines joins us.');
    await kept;
    await page.goto('/order');
    await page.getByRole('link', { name: /^A-\d+/ }).click();
    await page.getByText('part of A place to work').first().waitFor();
    await page.getByRole('link', { name: 'Go on with the draft' }).click();
    await screen(page, 'Order A place to work');
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('Long Street 1');
    expect(await page.getByRole('textbox', { name: 'How many' }).inputValue()).toBe('2');
    expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Ines joins us.');
    await page.locator('button[type=submit]:enabled').waitFor();
    await page.getByRole('button', { name: 'Submit order' }).click();
    await screen(page, /^A-\d+/);
    for (const text of ['Ines Colleague', 'Long Street 1', 'Linux', 'part of A place to work'])
      await page.getByText(text, { exact: true }).first().waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
