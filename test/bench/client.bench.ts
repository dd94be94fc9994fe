import type { Browser } from 'playwright-core';
import { launch } from '../browser/browser.js';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { median, printRow } from './bench-row.js';
import { childServer } from './child-server.js';
import { msFromAnswerToPaint, msOfKeys, msUntilFirst, openPage, vitalsOf } from './client-page.js';
import { makeClientWorld } from './client-world.js';
import { type PaintedSeries, paintSeries } from './series-page.js';
import { makeSeriesWorld } from './series-world.js';

const [HEAT, MANY, LONG] = [200, 5000, 100_000];
const ROUNDS = 5;
const HERE = { cpu: 1, far: false };
const SLOW = { cpu: 4, far: false };
const LAB = { cpu: 4, far: true };

/** The heat table and a long series in a real Chromium, beside what screens.md allows it to take; the client has to be built. */
export async function bench(): Promise<void> {
  const cluster = await startTestCluster();
  const browser = await launch();
  const stops: (() => void)[] = [];
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const open = async (size: number, make = makeClientWorld) => {
      const database = await cloneTemplate(cluster.url, run);
      const { cookie } = await make(database, size);
      const server = await childServer('./accord-process.ts', [database]);
      stops.push(server.stop);
      return { browser, url: server.url, cookie };
    };
    await measureHeat(await open(HEAT));
    await measureMany(await open(MANY));
    await measureSeries(await open(LONG, makeSeriesWorld));
  } finally {
    stops.forEach((stop) => stop());
    await browser.close();
    await cluster.stop();
  }
}

interface World {
  browser: Browser;
  url: string;
  cookie: string;
}

async function measureHeat({ browser, url, cookie }: World): Promise<void> {
  const rendered: { first: number; all: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const page = await openPage(browser, url, cookie, HERE);
    await page.goto('/commitments');
    const ms = await msFromAnswerToPaint(page);
    // The first warms the server and the caches of the browser.
    if (round > 0) rendered.push(ms);
    await page.context().close();
  }
  row('heat-table-first-screen', 'ms', median(rendered.map(({ first }) => first)), 150);
  row('heat-table-200x12', 'ms', median(rendered.map(({ all }) => all)), 150);
  const page = await openPage(browser, url, cookie, LAB);
  await page.goto('/commitments');
  await msFromAnswerToPaint(page);
  await page.waitForTimeout(500);
  const { lcp, cls } = await vitalsOf(page);
  row('lcp-lab', 'ms', lcp, 1800);
  row('cls-lab', 'shift', cls, 0.02);
  await page.context().close();
}

async function measureMany({ browser, url, cookie }: World): Promise<void> {
  for (const [reader, name, typing, sorting] of [
    [HERE, 'plain', 50, 100],
    [SLOW, '4x-cpu', 100, 200],
  ] as const) {
    const page = await openPage(browser, url, cookie, reader);
    await page.goto('/commitments');
    await msFromAnswerToPaint(page);
    const keys = await msOfKeys(page, 'input[data-filter]', 'service 4999');
    row(`typing-over-5000-${name}`, 'ms', median(keys), typing);
    await page.getByRole('rowheader', { name: 'Service 4999' }).waitFor();
    await page.context().close();

    const sorts: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const sorted = await openPage(browser, url, cookie, reader);
      await sorted.goto('/commitments');
      await msFromAnswerToPaint(sorted);
      await sorted.waitForTimeout(500);
      const choice = sorted.getByLabel('Order by');
      sorts.push(await msUntilFirst(sorted, () => choice.selectOption('SERVICE'), 'Service 0'));
      await sorted.context().close();
    }
    row(`sorting-5000-${name}`, 'ms', median(sorts), sorting);
  }
}

async function measureSeries({ browser, url, cookie }: World): Promise<void> {
  const painted: PaintedSeries[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const page = await openPage(browser, url, cookie, HERE);
    const series = await paintSeries(page, '/commitments/mail/sent?period=2026-01&tab=measured');
    if (series.measurements !== LONG) throw new Error(`There are ${series.measurements} measurements.`);
    if (round > 0) painted.push(series);
    await page.context().close();
  }
  row('series-of-100000-painted', 'ms', median(painted.map(({ ms }) => ms)), 500);
  row('series-of-100000-sent', 'points', Math.max(...painted.map(({ points }) => points)), 2_000);
}

/** @param most What screens.md allows. */
function row(name: string, unit: string, ours: number, most: number): void {
  printRow({ bench: 'client', name, unit, ours, reference: most, most: 1 });
}
