import type { Page } from 'playwright-core';

/** A series as it was painted. */
export interface PaintedSeries {
  /** Milliseconds from the arrival of its points to the frame after its line stood there. */
  ms: number;
  /** How many points the server sent, and of how many measurements. */
  points: number;
  measurements: number;
}

/** Opens the measurements of a figure and waits until they are painted. */
export async function paintSeries(page: Page, path: string): Promise<PaintedSeries> {
  await page.addInitScript(watch);
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes('query MeasuredPoints(') ?? false,
  );
  await page.goto(path);
  const { points, measurements } = (await (await answered).json()).data.commitment.result.points;
  await page.waitForFunction(() => (globalThis as unknown as Watched).drawnAt > 0);
  const ms = await page.evaluate(() => {
    const { askedAt, drawnAt } = globalThis as unknown as Watched;
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const answer = answers.find(({ name, startTime }) => name.endsWith('/graphql') && startTime >= askedAt)!;
    return drawnAt - answer.responseEnd;
  });
  return { ms, points: points.length, measurements };
}

interface Watched {
  askedAt: number;
  drawnAt: number;
}

/** Runs in the page before anything else: its line is the only one with more than a hundred corners. */
function watch(): void {
  const watched = globalThis as unknown as Watched;
  Object.assign(watched, { askedAt: 0, drawnAt: 0 });
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    if (typeof init?.body === 'string' && init.body.includes('query MeasuredPoints('))
      watched.askedAt ||= performance.now();
    return fetch(input, init);
  };
  const observer = new MutationObserver(() => {
    const lines = [...document.querySelectorAll('[role="img"] svg path')];
    if (!lines.some((line) => (line.getAttribute('d')?.length ?? 0) > 1_000)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (watched.drawnAt = performance.now())));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] });
}
