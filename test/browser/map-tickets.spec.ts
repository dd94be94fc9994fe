import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

/** A table such as somebody exports from a spreadsheet, whose columns no profile knows. */
const TABLE = [
  'Ticket;Raised;Last change;Fixed;How is it;How bad;Who;Tag;Tag',
  'T-1;02.03.2026 09:00;02.03.2026 10:00;;Waiting for caller;Critical;Desk;a;b',
  'T-2;02.03.2026 09:30;02.03.2026 11:00;02.03.2026 11:00;Solved;Low;Network;;',
  'T-3;02.03.2026 10:00;02.03.2026 10:30;;Being looked at;Awful;Desk;;',
].join('\n');

it(
  'maps a ticket file that no profile fits by the keyboard, sees every row as it is understood, keeps the mapping and imports it',
  async () => {
    await given.service({ name: 'Mail' });
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/imports');
    await screen(page, 'Imports');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
    await page.getByText('No profile fits this file').waitFor();
    await page.getByRole('link', { name: 'Map the columns', exact: true }).click();

    await screen(page, 'Map the columns');
    await page.getByText(/Choose yet: Opened/).waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Opened' }).focus();
    await page.keyboard.type('Raised');
    await page.getByRole('combobox', { name: 'State', exact: true }).focus();
    await page.keyboard.type('How is');
    await page.getByRole('combobox', { name: 'Column of the priority' }).focus();
    await page.keyboard.type('How bad');
    await page.getByRole('combobox', { name: 'Who has it (team or provider)' }).selectOption('Who');
    for (const [value, meaning] of [
      ['Waiting for caller', 'Waiting'],
      ['Solved', 'Resolved'],
      ['Being looked at', 'In work'],
      ['Critical', 'Priority 1'],
      ['Low', 'Priority 4'],
    ])
      await page.getByLabel(`What “${value}” means`).selectOption(meaning!);
    await page.getByRole('combobox', { name: 'Resolved', exact: true }).selectOption('Fixed');
    await page.getByRole('combobox', { name: 'Time zone, where a time names none' }).selectOption('Europe/Berlin');

    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('2 of the first 3 rows are understood.').waitFor();
    const rows = preview.getByRole('table').first().getByRole('row');
    await rows.nth(1).getByText('Is held').first().waitFor();
    expect(await rows.nth(2).innerText()).toContain('2 Mar 2026, 09:30');
    expect(await preview.getByRole('table').nth(1).getByRole('row').nth(1).innerText()).toMatch(/4\tHow bad\tAwful/);
    await expectAccessible(page);

    await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('Mail');
    await page.getByLabel('Name of the source').fill('Our desk');
    await page.getByRole('button', { name: 'Save, and start the import' }).click();
    await screen(page, 'table.csv');
    await page.getByRole('link', { name: 'See the commitments' }).waitFor();
    const stored = await api.dataSource.query('SELECT number, state, holder FROM ticket_event ORDER BY number');
    expect(stored).toEqual([
      { number: 'T-1', state: 'paused', holder: 'Desk' },
      { number: 'T-2', state: 'resolved', holder: 'Network' },
    ]);

    await page.getByRole('link', { name: 'Import another file' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'next.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
    await page.getByText('2 of the first 3 rows are understood.').waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
