import { startStory } from '../builders/index.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

/** Six rows of a ServiceNow log, three of which nobody can understand. */
function logWithThreeBadRows(): string {
  return given.eventLog([
    { number: 'INC1' },
    { number: 'INC2', impact: 'enormous' },
    { number: 'INC3' },
    { number: 'INC4', opened_at: '31/2/2026 09:00' },
    { number: 'INC5', sys_mod_count: 'many' },
    { number: 'INC6' },
  ]);
}

it(
  'imports a file with three bad rows: the good ones are kept, the bad ones named with line, column, value and reason',
  async () => {
    await given.service({ name: 'Mail' });
    const [manager] = await given.serviceManagers();
    const page = await browser.visit(manager!, '/imports');
    await screen(page, 'Imports');
    await expectAccessible(page);

    const nothing = Buffer.from(given.eventLog([{ number: 'INC1', opened_at: 'never' }]));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'nothing.csv', mimeType: 'text/csv', buffer: nothing });
    await page
      .getByText('The only row cannot be taken in, so there is nothing to import: in line 2 opened_at')
      .waitFor();
    expect(await page.getByRole('button', { name: 'Start the import' }).isDisabled()).toBe(true);
    await expectAccessible(page);

    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(logWithThreeBadRows()) });
    await page.getByRole('combobox', { name: 'Service' }).click();
    await page.getByRole('option', { name: 'Mail' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('3 of the first 6 rows are understood.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start the import' }).click();

    await screen(page, 'march.csv');
    await page.getByRole('link', { name: 'See the commitments' }).waitFor();
    await expectAccessible(page);
    const rows = await page.getByRole('table').getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => row.split('\t'))).toEqual([
      ['3', 'impact', 'enormous', expect.stringContaining('not a value')],
      ['5', 'opened_at', '31/2/2026 09:00', expect.stringContaining('not a time')],
      ['6', 'sys_mod_count', 'many', expect.any(String)],
    ]);
    const stored: { number: string }[] = await api.dataSource.query('SELECT number FROM ticket ORDER BY number');
    expect(stored.map(({ number }) => number)).toEqual(['INC1', 'INC3', 'INC6']);

    await page.getByRole('link', { name: 'Import another file' }).click();
    await page.getByRole('link', { name: 'march.csv' }).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);
