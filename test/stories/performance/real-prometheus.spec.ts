import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import { hasPrometheus, type Scraped, startPrometheus } from '../../platform/real-prometheus.js';

/** Where no Prometheus is installed this is skipped; what it answers is read in `pulls.spec.ts` all the same. */
const withPrometheus = hasPrometheus ? describe : describe.skip;

const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });

api.clock.set(new Date('2026-03-16T06:00:00Z'));

const START = Date.UTC(2026, 2, 16, 6) / 1000;
const SCRAPES = 4 * 160;

/** Scraped every 15 seconds since 06:00 for 160 minutes; null = not there. */
const scraped = (series: string, valueAt: (scrape: number) => number | null): Scraped => ({
  series,
  samples: Array.from({ length: SCRAPES + 1 }, (_, i) => [START + 15 * i, valueAt(i)] as const).filter(
    (sample): sample is [number, number] => sample[1] !== null,
  ),
});

withPrometheus('a real Prometheus server', () => {
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  beforeAll(async () => {
    prometheus = await startPrometheus([
      // Restarted after 60 minutes, with 3 logins since.
      scraped('logins_total{instance="a",code="200"}', (i) => (i < 240 ? 2 * i : 3 + 2 * (i - 240))),
      scraped('logins_total{instance="a",code="500"}', (i) =>
        i < 240 ? Math.floor(i / 10) : Math.floor((i - 240) / 10),
      ),
      // A second one, away for ten minutes.
      scraped('logins_total{instance="b",code="200"}', (i) => (i >= 320 && i < 360 ? null : i)),
      scraped('probe_success{instance="https://mail"}', (i) => (i >= 100 && i < 140 ? 0 : 1)),
      // Five answers each scrape, three of them within 300 ms; restarted after 60 minutes, with none since.
      ...Object.entries({ '0.3': 3, '1': 4, '+Inf': 5 }).map(([bound, each]) =>
        scraped(`answers_seconds_bucket{job="shop",le="${bound}"}`, (i) => each * (i < 240 ? i : i - 240)),
      ),
    ]);
  }, 90_000);
  afterAll(() => prometheus.stop());

  it('is read to the last login, over a restart, by the buckets of a histogram, and to the minute in which a service was down', async () => {
    const manager = await given.person({ roles: ['serviceManager'] });
    const always = await given.alwaysOpen();
    const [zoom, mail] = [await given.service(), await given.service()];
    const logins = await given.commitment({
      serviceId: zoom.id,
      indicator: { goodOfTotal: { series: 'logins' } } as never,
      target: '95',
    });
    const uptime = await given.commitment({
      serviceId: mail.id,
      calendarId: always.id,
      indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } } as never,
    });
    const shop = await given.service();
    const quick = await given.commitment({
      serviceId: shop.id,
      indicator: { percentile: { series: 'answers', limit: 0.3, unit: 's' } } as never,
      target: '50',
    });
    const ADD = 'mutation ($input: AddPullInput!) { addPull(input: $input) { errors { message } } }';
    const add = async (input: object) => {
      const common = {
        sourceName: 'Prometheus',
        address: prometheus.url,
        everyMinutes: 5,
        since: '2026-03-16T06:00:00Z',
      };
      const { addPull } = await api.as(manager).run(ADD, { input: { ...common, ...input } });
      expect(addPull.errors).toEqual([]);
    };
    const counters = { good: 'logins_total{code!~"5.."}', total: 'logins_total', stepSeconds: 60 };
    await add({ serviceId: zoom.id, series: 'logins', asked: { prometheusCounts: counters } });
    const expression = { up: 'min(probe_success{instance=~"https://.*"})', stepSeconds: 60 };
    await add({ serviceId: mail.id, asked: { prometheusUp: expression } });
    const histogram = { buckets: 'answers_seconds_bucket{job="shop"}', unit: 's', stepSeconds: 60 };
    await add({ serviceId: shop.id, series: 'answers', asked: { prometheusHistogram: histogram } });

    // First what was there at 07:00, then the rest from there on.
    for (const time of ['07:00', '08:41', '08:42']) {
      api.clock.set(new Date(`2026-03-16T${time}:00Z`));
      await api.get(Jobs).run('pulls');
      await api.get(Jobs).settle();
    }

    // a: 2 × 236 until 06:59, 478 - 472 more are lost with the restart at 07:00, then 3 + 2 × 400. b: every one of 640.
    const [restart, step] = [240, 4];
    const ofA = 2 * (restart - step) + 3 + 2 * (SCRAPES - restart);
    const failed = Math.floor((restart - step) / 10) + (SCRAPES - restart) / 10;
    expect(await given.resultOf(logins, '2026-03')).toMatchObject({
      numerator: String(ofA + SCRAPES),
      denominator: String(ofA + SCRAPES + failed),
    });
    const scrapes = restart - step + (SCRAPES - restart);
    expect(await given.resultOf(quick, '2026-03')).toMatchObject({
      numerator: String(3 * scrapes),
      denominator: String(5 * scrapes),
    });
    const { numerator, denominator } = await given.resultOf(uptime, '2026-03');
    expect(Number(denominator) - Number(numerator)).toBe(10 * 60_000);
  }, 60_000);
});
