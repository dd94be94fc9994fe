import { readFileSync } from 'node:fs';
import { startStory } from '../builders/index.js';
import { CLOSE_RUN, OPEN_RUN, PROPOSE_RUN, RECKON_RUN } from '../stories/orders/charge-documents.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory();
const browser = openBrowser(api);

it(
  'disputes a bill line: its reader sees why it is so, its answer gives back, and a second person closes the month',
  async () => {
    const pat = await given.person({ name: 'Pat Proposer', roles: ['btOffice'] });
    const cleo = await given.person({ name: 'Cleo Closer', roles: ['btOffice'] });
    const seat = { kind: 'recurring' as const, label: 'Seat', amount: '31.00', per: 'month' as const };
    const place = await given.orderPlace({ plan: { prices: [seat] } });
    await given.order(place, 'completed', { quantity: 2 });
    const run = async (document: string, variables: object, who = pat) =>
      (await api.as(who).answer(document, variables)).run;
    const { id } = await run(OPEN_RUN, { month: '2026-03' });
    api.clock.set(new Date('2026-04-02T09:00:00Z'));
    const { version } = await run(RECKON_RUN, { id });
    const proposed = await run(PROPOSE_RUN, { id, version });
    await run(CLOSE_RUN, { id, version: proposed.version }, cleo);

    const rita = await browser.visit(place.requester, '/bill');
    await screen(rita, 'Bill of Mar 2026');
    await rita.getByText('€32.00').first().waitFor();
    await rita.getByText('New +€32.00').waitFor();
    await expectAccessible(rita);
    await rita.getByRole('button', { name: 'How it came about' }).click();
    await rita.getByRole('dialog').getByRole('heading', { name: 'By its days' }).waitFor();
    await rita
      .getByText('Seat costs €62.00 a month for 2. It was held on 16 of 31 days of the month: €32.00.')
      .waitFor();
    await expectAccessible(rita);
    await rita.getByRole('button', { name: 'Close', exact: true }).click();
    const [file] = await Promise.all([
      rita.waitForEvent('download'),
      rita.getByRole('link', { name: 'CSV, 1 line' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('bill-2026-03.csv');
    expect(readFileSync(await file.path(), 'utf8')).toContain(`${place.service.name}, `);
    await rita.getByRole('button', { name: 'Dispute', exact: true }).click();
    await rita.getByLabel('What is wrong with it?').fill('We had one seat.');
    await expectAccessible(rita);
    await rita.getByRole('dialog').getByRole('button', { name: 'Dispute', exact: true }).click();
    await rita.getByText('Rita Requester: We had one seat.').first().waitFor();
    await rita.setViewportSize({ width: 390, height: 844 });
    await rita.getByRole('list', { name: 'Lines' }).waitFor();
    await expectAccessible(rita);
    const wide = await rita.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);

    const hers = await browser.visit(pat, '/bill/2026-03');
    await hers.getByRole('button', { name: 'Answer' }).first().click();
    await hers.getByLabel('Given back').fill('16');
    await hers.getByRole('textbox', { name: 'Answer' }).fill('You are right.');
    await expectAccessible(hers);
    await hers.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
    await hers.getByText('€16.00 is given back.').waitFor();

    await hers.getByRole('link', { name: 'Month after: Apr 2026' }).click();
    await screen(hers, 'Bill of Apr 2026');
    await hers.getByRole('button', { name: 'Reckon this month' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Reckon this month' }).click();
    await hers.getByText('Not yet closed').waitFor();
    await hers.getByText('−€16.00').or(hers.getByText('-€16.00')).first().waitFor();
    await expectAccessible(hers);
    api.clock.set(new Date('2026-05-02T09:00:00Z'));
    for (const move of ['Reckon anew', 'Propose to close']) {
      await hers.getByRole('button', { name: move }).click();
      await hers.getByRole('dialog').getByRole('button', { name: move }).click();
      await hers.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await hers.getByText('Pat Proposer proposes to close it.').waitFor();
    expect(await hers.getByRole('button', { name: 'Close the month' }).count()).toBe(0);

    const closing = await browser.visit(cleo, '/bill/2026-04');
    await closing.getByRole('button', { name: 'Close the month' }).click();
    await closing.getByRole('dialog').getByRole('button', { name: 'Close the month' }).click();
    await closing.getByText('The month was closed.').first().waitFor();
    await closing.getByText('Not yet closed').waitFor({ state: 'detached' });

    const nobody = await browser.visit(await given.person({ name: 'Nobody' }), '/bill/2026-03');
    await nobody.getByRole('heading', { name: 'Nothing was charged to you' }).waitFor();
    await expectAccessible(nobody);
  },
  BROWSER_TIMEOUT_MS,
);
