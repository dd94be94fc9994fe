import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../builders/index.js';
import { startWebServer } from '../platform/web-server.js';
import { BROWSER_TIMEOUT_MS, expectAccessible, openBrowser, screen } from './browser.js';

const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const browser = openBrowser(api);
const [manager] = await given.serviceManagers();
await given.service({ name: 'Mail', slug: 'mail' });

const MINUTE = 60_000;
const NOW = Date.parse('2026-03-16T09:00:00Z');

/** A Prometheus server at which the service is up, and which is down itself at times. */
const prometheus = await startWebServer();
const address = `http://127.0.0.1:${prometheus.port}`;
let isDown = false;
prometheus.answers((path) => {
  if (isDown) return { status: 503, body: 'no healthy upstream' };
  const { start, end, step } = Object.fromEntries(new URL(path, address).searchParams) as Record<string, string>;
  const values: [number, string][] = [];
  for (let s = Number(start); s <= Number(end); s += Number(step)) values.push([s, '1']);
  const result = [{ metric: { job: 'mail' }, values }];
  return { status: 200, body: JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } }) };
});

const plan = await startWebServer();

/** So many minutes after nine; what is due by then is read, and who is silent is found. */
async function comesTo(minutes: number) {
  api.clock.set(new Date(NOW + minutes * MINUTE));
  await api.get(Jobs).run('pulls');
  await api.get(Jobs).settle();
  await api.get(Jobs).run('silentSources');
}

it(
  'reads a server after a trial, and shows when it was heard last',
  async () => {
    api.clock.set(new Date(NOW));
    const page = await browser.visit(manager!, '/sources');
    await page.getByText('No source yet').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Read a server' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Read a server' });
    await dialog.getByRole('combobox', { name: 'What is read' }).click();
    await page.getByRole('option', { name: 'Prometheus: up or down' }).click();
    await dialog.getByLabel('Source').fill('Prometheus');
    await dialog.getByRole('combobox', { name: 'Service' }).click();
    await page.getByRole('option', { name: 'Mail' }).click();
    await dialog.getByLabel('Reads from').fill('2026-03-16T08:00');
    await dialog.getByLabel('Address').fill(`${address}/?query=up`);
    await dialog.getByLabel('Expression').fill('up');
    await dialog.getByRole('button', { name: 'Try it now' }).click();
    await dialog.getByText('The address must not have a part after ? or #.').waitFor();
    await dialog.getByLabel('Address').fill(address);
    await dialog.getByRole('button', { name: 'Try it now' }).click();
    await dialog.getByText(/^It answers with \d+ measurements/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Read a server' }).click();
    await page.getByText('Accord asks this server from now on.').waitFor();

    await comesTo(5);
    await page.goto('/sources/prometheus');
    await screen(page, 'Prometheus');
    await page.getByText('Heard', { exact: true }).waitFor();
    await page.getByRole('cell', { name: /^up\b/ }).waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'rests while it is paused, and is a finding while it is silent',
  async () => {
    const page = await browser.visit(manager!, '/sources/prometheus');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused until a service manager resumes it').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(/^Asks next/).waitFor();

    isDown = true;
    await comesTo(40);
    await page.goto('/commitments/findings');
    await page.getByRole('link', { name: 'Prometheus' }).first().waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Prometheus' }).first().click();
    await screen(page, 'Prometheus');
    await page.getByText('Silent', { exact: true }).waitFor();
    await page.getByText(/^Failed/).waitFor();
    await page.getByText('The server answers 503.').first().waitFor();
    await expectAccessible(page);

    isDown = false;
    await page.getByRole('button', { name: 'Change the pull of up' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Try it now' }).click();
    await dialog.getByText(/^It answers with \d+ measurements/).waitFor();
    await dialog.getByRole('button', { name: 'Change' }).click();
    await page.getByText('The pull is changed.').waitFor();
    await comesTo(46);
    await page.reload();
    await page.getByText('Heard', { exact: true }).waitFor();
  },
  BROWSER_TIMEOUT_MS,
);

it(
  'reads a calendar of maintenance, and one of holidays',
  async () => {
    const day = ['BEGIN:VEVENT', 'UID:day', 'SUMMARY:Labour Day', 'DTSTART;VALUE=DATE:20260501', 'END:VEVENT'];
    const work = [
      'BEGIN:VEVENT',
      'UID:work',
      'SUMMARY:New disks',
      'DTSTART:20260320T010000Z',
      'DURATION:PT2H',
      'END:VEVENT',
    ];
    const body = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...day, ...work, 'END:VCALENDAR', ''].join('\r\n');
    plan.answers({ status: 200, body });
    await given.calendar({ timeZone: 'Europe/Berlin' });
    const page = await browser.visit(manager!, '/sources');

    const read = async (kind: string, name: string, subject: [label: string, option: RegExp], found: RegExp) => {
      await page.getByRole('button', { name: 'Read a server' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Read a server' });
      await dialog.getByRole('combobox', { name: 'What is read' }).click();
      await page.getByRole('option', { name: kind }).click();
      await dialog.getByLabel('Source').fill(name);
      await dialog.getByRole('combobox', { name: subject[0], exact: true }).click();
      await page.getByRole('option', { name: subject[1] }).click();
      await dialog.getByLabel('Address').fill(`http://127.0.0.1:${plan.port}/plan.ics`);
      if (found.source.includes('disks')) await dialog.getByLabel('Title contains').fill('disks');
      await dialog.getByRole('button', { name: 'Try it now' }).click();
      await dialog.getByRole('cell', { name: found }).waitFor();
      await dialog
        .getByRole('cell', { name: /^would be (announced|added)$/ })
        .first()
        .waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Read a server' }).click();
      await page.getByText('Accord asks this server from now on.').first().waitFor();
      await dialog.waitFor({ state: 'hidden' });
    };
    await read('Calendar: maintenance of a service', 'Plan', ['Service', /^Mail/], /New disks 2 h/);
    const calendar = ['Service calendar', /^Calendar \d+ \(Europe\/Berlin\)/] as [string, RegExp];
    await read('Calendar: holidays of a service calendar', 'State', calendar, /Labour Day/);

    await comesTo(60);
    await page.goto('/sources/plan');
    await screen(page, 'Plan');
    await page.getByText('Events with “disks” in their title').waitFor();
    await page.getByText('A calendar of others').waitFor();
    expect(await page.getByText('Nothing was measured').count()).toBe(0);
    await page.getByText('Heard', { exact: true }).waitFor();
    await expectAccessible(page);
    await page.goto('/sources/state');
    await screen(page, 'State');
    await page.getByRole('heading', { name: /^Calendar \d+: holidays$/ }).waitFor();
    await expectAccessible(page);
  },
  BROWSER_TIMEOUT_MS,
);
