import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

it(
  'retires a service: proposed, decided by somebody else, moved to its successor by who has it and then in bulk',
  async () => {
    const owner = await given.person({ name: 'Priya Raman', roles: ['serviceOwner'] });
    const office = await given.person({ name: 'Ruth Adeyemi', roles: ['btOffice'] });
    const place = await given.orderPlace({ plan: { name: 'Share', slug: 'share' } });
    const { service, team, unit, requester } = place;
    const next = await given.service({ name: 'Team Rooms' });
    await given.plan(next, { name: 'Room' });
    await given.management(next, team);
    const second = await given.person({ name: 'Siri Second', unitId: unit.id, roles: ['requester'] });
    await given.order(place, 'completed');
    await given.order({ ...place, requester: second }, 'completed', { quantity: 2 });

    const page = await browser.visit(owner, `/manage/services/${service.slug}`);
    await page.getByRole('button', { name: 'Retire …' }).click();
    const dialog = page.getByRole('dialog', { name: `Retire ${service.name}` });
    await dialog.getByLabel('Last day').fill('2026-04-01');
    await dialog.getByLabel('Why it ends').fill('Team Rooms do it better.');
    await dialog.getByLabel('What takes the place of Share').fill('Team');
    await page.getByRole('option', { name: 'Team Rooms, Room' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await dialog.getByText('so 2026-04-15 is the earliest last day').first().waitFor();
    await dialog.getByLabel('Last day').fill('2026-05-31');
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await screen(page, `Retirement of ${service.name}`);
    await page.getByText('Next: somebody else who manages this service decides.').waitFor();
    await page.getByText('2 are left').waitFor();
    await expectAccessible(page);

    const decider = await browser.visit(office, '/home');
    await decider.getByRole('link', { name: `Look: ${service.name}` }).click();
    await decider.getByRole('button', { name: 'Decide' }).click();
    await decider.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await decider.getByText('Proposed by Priya Raman, decided by Ruth Adeyemi').waitFor();

    // One click from what one has to the order that is filled in already.
    const mine = await browser.visit(requester, '/my-services');
    await mine.getByText('Ends on 31 May 2026.').waitFor();
    await expectAccessible(mine);
    await mine.getByRole('button', { name: 'Move to Room' }).click();
    await mine.getByRole('radio', { name: 'Room' }).waitFor();
    expect(await mine.getByRole('radio', { name: 'Room' }).isChecked()).toBe(true);
    await mine.getByRole('button', { name: 'Submit' }).click();
    await screen(mine, /^A-/);
    await mine.goto(`/catalog/${service.slug}`);
    await mine.getByText('It takes no new orders any more.').waitFor();
    await expectAccessible(mine);

    // In bulk, whoever has an order under way is left alone.
    await decider.reload();
    await decider.getByRole('button', { name: 'Move everybody who is left' }).click();
    await decider.getByRole('dialog').getByRole('button', { name: 'Move everybody who is left' }).click();
    await decider.getByText('Orders are on their way.').first().waitFor();
    await api.get(Jobs).settle();
    await decider.getByText('1 of 1 done: 1 ordered, 0 not.').waitFor();
    await decider
      .getByRole('row', { name: /Siri Second/ })
      .getByRole('link', { name: /^A-/ })
      .waitFor();
    await expectAccessible(decider);
    if (process.env.ACCORD_PICTURES) {
      await decider.setViewportSize({ width: 1440, height: 900 });
      await decider.screenshot({ path: `${process.env.ACCORD_PICTURES}/retire-wide.png` });
      await decider.setViewportSize({ width: 390, height: 1600 });
      await decider.screenshot({ path: `${process.env.ACCORD_PICTURES}/retire-narrow.png` });
    }
  },
  BROWSER_TIMEOUT_MS,
);
