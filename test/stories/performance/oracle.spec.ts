import { Rollups } from '@accord/api/performance/rollups/rollups.js';
import fc from 'fast-check';
import { startStory } from '../../builders/index.js';
import { histories } from '../../oracle/history.js';
import { replayer } from '../../oracle/replay.js';

const { api, given } = await startStory();
const replay = await replayer(api, given);

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
