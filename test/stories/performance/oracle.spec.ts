import { Rollups } from '@accord/api/performance/rollups/rollups.js';
import fc from 'fast-check';
import { startStory } from '../../builders/index.js';
import { histories, type HistoryTerms } from '../../oracle/history.js';
import { replayer } from '../../oracle/replay.js';

const { api, given } = await startStory();
const replay = await replayer(api, given);

const terms: HistoryTerms = {
  timeZone: 'Europe/Berlin',
  otherZone: 'Etc/UTC',
  isOffice: false,
  missingData: 'ignore',
  excludedTime: 'removed',
  coverageFloor: '0',
  shortestOutageMs: 0,
  longestHoldMs: null,
};

/** `npm run proof` takes a thousand. */
const CASES = 15;

it('comes, by days and what changed, to what every single measurement comes to, whatever happened in which order', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const { judged, restated } = await replay(history);

      const open = judged.filter(({ state }) => state === 'open');
      expect(open.map(({ stored }) => stored)).toEqual(open.map(({ expected }) => expected));
      const frozen = judged.filter(({ state }) => state === 'frozen');
      expect(frozen.map(({ hasLateData }) => hasLateData)).toEqual(frozen.map(({ isLate }) => isLate));
      expect(restated.filter(({ isLate }) => isLate)).toEqual([]);
    }),
    { numRuns: CASES, endOnFailure: process.env.PROPERTY_SHRINK !== 'true' },
  );
}, 120_000);

it('judges the month again whose last outage goes on until another source probes', async () => {
  const until = Date.UTC(2026, 1, 28, 22);
  const rows = (from: number, ...seen: boolean[]) => seen.map((up, i) => ({ at: from + i * 300_000, up }));
  const { judged } = await replay({
    terms: { ...terms, missingData: 'bad', longestHoldMs: null },
    steps: [
      { kind: 'probes', source: 'one', rows: rows(until, true, false, false) },
      { kind: 'judging' },
      { kind: 'probes', source: 'other', rows: rows(Date.UTC(2026, 2, 9), true, true) },
    ],
  });
  expect(judged.map(({ stored }) => stored)).toEqual(judged.map(({ expected }) => expected));
});

it('names an outage after the same probe, when two sources saw it begin at one instant', async () => {
  const at = Date.UTC(2026, 2, 10);
  const down = (...instants: number[]) => instants.map((instant) => ({ at: instant, up: false }));
  const { judged } = await replay({
    terms,
    steps: [
      { kind: 'probes', source: 'other', rows: [{ at: at - 36_000_000, up: true }] },
      { kind: 'probes', source: 'one', rows: down(at) },
      { kind: 'probes', source: 'other', rows: down(at, at + 300_000) },
    ],
  });
  expect(judged.map(({ stored }) => stored)).toEqual(judged.map(({ expected }) => expected));
});

it('makes the same runs when it makes all of them anew', async () => {
  const runs = async () => ({
    hours: await api.dataSource.query('SELECT * FROM hour_run ORDER BY series_id, from_at'),
    days: await api.dataSource.query('SELECT * FROM day_run ORDER BY series_id, time_zone, from_at'),
  });
  const before = await runs();
  expect(before.days.length).toBeGreaterThan(100);

  await api.get(Rollups).rebuild();

  expect(await runs()).toEqual(before);
});
