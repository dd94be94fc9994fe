import { Evaluation } from '@accord/api/performance/evaluation/evaluation.js';
import { Ingestion } from '@accord/api/performance/ingestion/ingestion.js';
import { JudgeMeasurements } from '@accord/api/performance/ingestion/judge-measurements.js';
import { Exclusions } from '@accord/api/performance/exclusions/exclusions.js';
import { Maintenances } from '@accord/api/performance/maintenances/maintenances.js';
import { Outages } from '@accord/api/performance/outages/outages.js';
import { Results } from '@accord/api/performance/results/results.js';
import type { Act } from '@accord/api/platform/act/act.js';
import { DomainError } from '@accord/domain';
import type { Api } from '../builders/api.js';
import type { builders } from '../builders/index.js';
import type { History, HistoryTerms, Step } from './history.js';
import { recompute, type Recomputed } from './recompute.js';

type Given = ReturnType<typeof builders>;

/** Who measures, who decides, and who closes: nobody does two of it, so that no rule about that is in the way. */
interface Cast {
  measuring: Act;
  deciding: Act;
  closing: Act;
}

/** Lets histories happen, each on a service of its own, through the use cases that people and machines reach. */
export async function replayer(api: Api, given: Given) {
  const act = async () => given.act(await given.person({ roles: ['serviceManager'] }));
  const cast: Cast = { measuring: await act(), deciding: await act(), closing: await act() };
  const office = await given.calendar();
  const manager = api.dataSource.manager;

  /**
   * @returns Every result of the service beside its recomputation from single measurements: when all was judged, and
   *   when then whatever came late was restated.
   */
  return async ({ terms, steps }: History): Promise<{ judged: Recomputed[]; restated: Recomputed[] }> => {
    const service = await given.service();
    const commitmentIds: string[] = [];
    for (const timeZone of new Set([terms.timeZone, terms.otherZone])) {
      const calendarId = terms.isOffice ? office.id : null;
      const promised = promisesOf(service.id, terms, calendarId, commitmentIds.length);
      const { commitments } = await given.agreement({ timeZone, terms: promised, effectiveFrom: '2026-01-01' });
      commitmentIds.push(...commitments.map(({ id }) => id));
    }
    const place = { api, cast, service, commitmentIds };
    for (const step of steps) await happen(place, step);
    await happen(place, { kind: 'judging' });
    const judged = await recompute(manager, service.id, cast.closing.at);
    for (const { id, state, isLate } of judged)
      if (state === 'frozen' && isLate) await api.get(Results).restate(cast.closing, id, 'It came late.');
    return { judged, restated: await recompute(manager, service.id, cast.closing.at) };
  };
}

function promisesOf(serviceId: string, terms: HistoryTerms, calendarId: string | null, number: number) {
  const { missingData, excludedTime, coverageFloor, shortestOutageMs, longestHoldMs } = terms;
  const common = {
    serviceId,
    missingData,
    excludedTime,
    coverageFloor,
    target: '97',
    ...(calendarId && { calendarId }),
  };
  const availability = { shortestOutageMs, longestHoldMs };
  return [
    { ...common, slug: `good-${number}`, indicator: { goodOfTotal: { series: 'requests' } } as never },
    {
      ...common,
      slug: `quick-${number}`,
      indicator: { percentile: { series: 'answers', limit: 300, unit: 'ms' } } as never,
    },
    {
      ...common,
      slug: `probed-${number}`,
      indicator: { availability: { source: 'probes', ...availability } } as never,
    },
    {
      ...common,
      slug: `recorded-${number}`,
      indicator: { availability: { source: 'outages', shortestOutageMs, longestHoldMs: null } } as never,
    },
  ];
}

interface Place {
  api: Api;
  cast: Cast;
  service: { id: string; slug: string };
  commitmentIds: readonly string[];
}

/** What a rule of the product refuses does not happen. */
async function happen(place: Place, step: Step): Promise<void> {
  try {
    await heard(place, step);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function heard({ api, cast, service, commitmentIds }: Place, step: Step): Promise<void> {
  const { measuring, deciding, closing } = cast;
  const pickFrom = async (sql: string, pick: number) => {
    const rows: { id: string }[] = await api.dataSource.query(sql, [service.id]);
    return rows[pick % rows.length];
  };
  switch (step.kind) {
    case 'counts':
      return send(
        api,
        measuring,
        'counter',
        null,
        step.rows.map((row) => ({ ...counted(service), ...inText(row) })),
      );
    case 'values':
      return send(
        api,
        measuring,
        'counter',
        null,
        step.rows.map((row) => ({ ...answered(service), ...inText(row) })),
      );
    case 'probes':
      return send(
        api,
        measuring,
        step.source,
        null,
        step.rows.map((row) => ({ service: service.slug, ...inText(row) })),
      );
    case 'correction':
      return correct(api, measuring, service, step);
    case 'outage':
      await api.get(Outages).record(measuring, { serviceId: service.id, cause: 'A cable was cut.', ...dates(step) });
      return;
    case 'outageEnded': {
      const outage = await pickFrom(
        'SELECT id FROM outage WHERE service_id = $1 AND ended_at IS NULL ORDER BY id',
        step.pick,
      );
      if (outage) await api.get(Outages).end(measuring, outage.id, 'It was another service.');
      return;
    }
    case 'maintenance': {
      const announced = { ...measuring, at: new Date(step.from - 86_400_000) };
      await api
        .get(Maintenances)
        .announce(announced, { serviceId: service.id, description: 'New disks.', ...dates(step) });
      // Judged as of its announcement; time has passed since.
      await api.dataSource.transaction((tx) =>
        api.get(Evaluation).reevaluate(tx, { serviceIds: [service.id], ...dates(step) }, closing.at),
      );
      return;
    }
    case 'exclusion': {
      const commitmentId = commitmentIds[step.pick % commitmentIds.length]!;
      const { id } = await api.get(Exclusions).propose(measuring, {
        commitmentId,
        category: 'customerCause',
        reason: 'The plug was pulled.',
        ...dates(step),
      });
      await api.get(Exclusions).approve(deciding, id);
      return;
    }
    case 'closing':
      await api.get(Results).closePeriod(closing, step.period, [...commitmentIds]);
      return;
    case 'restatement': {
      const result = await pickFrom(FROZEN, step.pick);
      if (result) await api.get(Results).restate(closing, result.id, 'It came late.');
      return;
    }
    case 'judging':
      return api.get(JudgeMeasurements).judge({}, { at: closing.at });
  }
}

const FROZEN = `
  SELECT r.id FROM period_result r JOIN commitment c ON c.id = r.commitment_id
  WHERE c.service_id = $1 AND r.state = 'frozen' ORDER BY r.id`;

const dates = ({ from, to }: { from: number; to: number }) => ({ from: new Date(from), to: new Date(to) });

const counted = ({ slug }: { slug: string }) => ({ service: slug, series: 'requests' });

const answered = ({ slug }: { slug: string }) => ({ service: slug, series: 'answers', unit: 'ms' });

/** As a machine writes it. */
function inText(row: object): object {
  const isInstant = (name: string) => ['from', 'to', 'at'].includes(name);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      isInstant(name) ? new Date(value as number).toISOString() : value,
    ]),
  );
}

async function send(api: Api, act: Act, source: string, correction: string | null, rows: readonly object[]) {
  const body = [Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))];
  await api.get(Ingestion).take(act, { source, format: 'ndjson', correction, body: inTurn(body) });
}

async function* inTurn(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}

/** Says something else of one measurement. */
async function correct(
  api: Api,
  act: Act,
  service: { id: string; slug: string },
  { of, pick, good }: Extract<Step, { kind: 'correction' }>,
) {
  const rows: { slug: string; series: string; from: Date; to: Date | null; up: boolean | null }[] =
    await api.dataSource.query(STANDING, [service.id, of]);
  if (rows.length === 0) return;
  const { slug, series, from, to, up } = rows[pick % rows.length]!;
  const interval = { series, from: from.getTime(), to: to?.getTime() };
  const row = {
    counts: { ...interval, good, total: good + 1 },
    values: { ...interval, unit: 'ms', values: [good, 10 * good] },
    probes: { series, at: from.getTime(), up: !up },
  }[of];
  await send(api, act, slug, 'It was misread.', [{ service: service.slug, ...inText(row) }]);
}

const STANDING = `
  SELECT DISTINCT ON (m.series_id, m.observed_at) o.slug, s.name AS series, m.observed_at AS "from", m.to_at AS "to", m.up
  FROM series s JOIN source o ON o.id = s.source_id JOIN measurement m ON m.series_id = s.id
  WHERE s.service_id = $1 AND s.kind = $2 ORDER BY m.series_id, m.observed_at, m.revision DESC`;
