import type { Browser, CDPSession, Page } from 'playwright-core';

/** How fast the machine of the reader is, and how far away the server. */
export interface Reader {
  /** Times slower than this machine. */
  cpu: number;
  /** 10 Mbit/s and 40 ms away, as in a lab. */
  far: boolean;
}

/** What happens in the page, in its own time. */
interface Seen {
  /** When the first rows stood there and a frame had followed, and when all of them did; 0 = not yet. */
  begunAt: number;
  paintedAt: number;
  /** When the first rows stood there, painted or not. */
  stoodAt: number;
  /** When was asked for what the first screen is made of, and for all rows. */
  firstAskedAt: Record<string, number>;
  lastAskedAt: number;
  lcp: number;
  cls: number;
}

/** Opens a page for somebody, with clocks in it that stop when the rows of the heat table are painted. */
export async function openPage(browser: Browser, url: string, cookie: string, { cpu, far }: Reader): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(watch);
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (far) {
    const bytesPerSecond = 10_000_000 / 8;
    const network = {
      offline: false,
      latency: 40,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    };
    await session.send('Network.emulateNetworkConditions', network);
  }
  return page;
}

/**
 * Waits until the rows are painted. The milliseconds since all that they are made of had arrived: of the first screen the
 * scripts of the page, the rows and what is said about all; of all rows, these.
 */
export async function msFromAnswerToPaint(page: Page): Promise<{ first: number; all: number }> {
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.paintedAt > 0);
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Seen };
    const arrivals = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const answered = (askedAt: number) =>
      arrivals.find(({ name, startTime }) => name.endsWith('/graphql') && startTime >= askedAt)!.responseEnd;
    const scripts = arrivals.filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= seen.stoodAt);
    const firstArrived = [
      ...scripts.map(({ responseEnd }) => responseEnd),
      ...Object.values(seen.firstAskedAt).map(answered),
    ];
    return {
      first: seen.begunAt - Math.max(...firstArrived),
      all: seen.paintedAt - answered(seen.lastAskedAt),
    };
  });
}

export const vitalsOf = (page: Page): Promise<Pick<Seen, 'lcp' | 'cls'>> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** Milliseconds from a choice to the first frame after a row stands on top of the table. */
export async function msUntilFirst(page: Page, choose: () => Promise<unknown>, row: string): Promise<number> {
  // Watched before anything is done: what is asked of a page and what is pressed in it go different ways.
  await page.evaluate((label) => {
    let begun = 0;
    const chosen = ({ timeStamp }: Event) => (begun = timeStamp);
    globalThis.addEventListener('change', chosen, { once: true, capture: true });
    const painted = new Promise<number>((resolve) => {
      const look = () => {
        if (begun === 0 || document.querySelector('tbody tr[data-row] th a')?.textContent !== label) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    Object.assign(globalThis, { painted });
  }, row);
  await choose();
  return whenPainted(page);
}

/** Types into a field; for each key the milliseconds from the press to the frame that shows it. */
export async function msOfKeys(page: Page, field: string, text: string): Promise<number[]> {
  const input = page.locator(field);
  await input.focus();
  const times: number[] = [];
  for (const key of text) {
    await page.evaluate(() => {
      const painted = new Promise<number>((resolve) => {
        const once = (event: Event) =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
        globalThis.addEventListener('keydown', once, { once: true, capture: true });
      });
      Object.assign(globalThis, { painted });
    });
    await page.keyboard.press(key);
    times.push(await whenPainted(page));
  }
  return times;
}

const whenPainted = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);

/** Runs in the page before anything else. */
function watch(): void {
  const seen: Seen = { begunAt: 0, paintedAt: 0, stoodAt: 0, firstAskedAt: {}, lastAskedAt: 0, lcp: 0, cls: 0 };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const [, asked] =
      /query (Commitments|CommitmentTotals)\(/.exec(typeof init?.body === 'string' ? init.body : '') ?? [];
    if (asked) seen.firstAskedAt[asked] ??= performance.now();
    if (asked === 'Commitments') seen.lastAskedAt = performance.now();
    return fetch(input, init);
  };
  const observer = new MutationObserver(() => {
    const rows = document.querySelectorAll('tbody tr[data-row]').length;
    const after = (frame: () => void) => requestAnimationFrame(() => setTimeout(frame));
    if (rows > 0) seen.stoodAt ||= performance.now();
    if (rows > 0) after(() => (seen.begunAt ||= performance.now()));
    if (rows < 200) return;
    observer.disconnect();
    after(() => (seen.paintedAt = performance.now()));
  });
  observer.observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
