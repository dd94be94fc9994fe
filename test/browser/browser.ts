import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Api } from '../builders/api.js';
import type { Actor } from '../builders/graph-client.js';

const BUILT_CLIENT = fileURLToPath(new URL('../../apps/web/dist/index.html', import.meta.url));

/** Fits one process for a whole machine, here it shares one; and a graphics card drawn in software, which nobody looks at. */
const UNWANTED = [
  ...['--single-process', '--no-zygote'],
  ...['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  '--in-process-gpu',
];

/** Opening a browser and walking through several screens takes longer than a story through GraphQL. */
export const BROWSER_TIMEOUT_MS = 120_000;

/** How long a browser waits for the next test file of the same worker. */
const LINGER_MS = 800;

let running: Promise<Browser> | null = null;
let leaving: NodeJS.Timeout | undefined;

/** The browser of these stories; whoever launches it closes it. */
export async function launch(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !UNWANTED.includes(arg)), '--no-sandbox'],
    headless: true,
  });
}

/** The one that the file before has left, unless it has ended since. */
async function arrive(): Promise<Browser> {
  clearTimeout(leaving);
  const browser = await (running ??= launch());
  return browser.isConnected() ? browser : (running = launch());
}

function leave(): void {
  leaving = setTimeout(() => {
    void running?.then((browser) => browser.close());
    running = null;
  }, LINGER_MS);
}

/** A real Chromium, kept for the test files that follow; everybody who visits has a window of their own. */
export function openBrowser(api: Api) {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  clearTimeout(leaving);
  beforeAll(async () => {
    if (!existsSync(BUILT_CLIENT)) throw new Error('The web client is not built: run npm run build -w @accord/web.');
    browser = await arrive();
  }, BROWSER_TIMEOUT_MS);

  // A story whose screen threw has failed, whatever it found.
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(leave);

  return {
    /** Somebody opens a page, signed in or not yet; their clock shows what the server's does. */
    async visit(person: Actor, path: string): Promise<Page> {
      const context = await browser.newContext({
        baseURL: api.address,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const [name = '', value = ''] = (person.cookie ?? '').split('=');
      if (person.cookie) await context.addCookies([{ name, value, url: api.address }]);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.clock.setFixedTime(api.clock.now());
      await page.goto(path);
      return page;
    },
  };
}

/** No rule of WCAG 2.2 AA is broken on what is seen now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours on their way from one to the other are nobody's to read.
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(tags);
  // Its other way gathers frames of other origins in a page of its own each time; there are no frames here.
  const { violations } = await axe.setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}

/** Resolves when a screen is there, by its heading. */
export async function screen(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
