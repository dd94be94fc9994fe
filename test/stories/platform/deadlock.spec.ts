import { Database } from '@accord/api/platform/database/database.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const database = api.get(Database);

/** Locks both units, one after the other, and waits between until the other one holds its first. */
function lockBoth(ids: string[], meet: () => Promise<void>): Promise<number> {
  let attempts = 0;
  return database.transaction(async (tx) => {
    attempts += 1;
    for (const [i, id] of ids.entries()) {
      await tx.query('SELECT 1 FROM business_unit WHERE id = $1 FOR UPDATE', [id]);
      if (i === 0 && attempts === 1) await meet();
    }
    return attempts;
  });
}

it('a deadlock reaches nobody: its victim does everything again', async () => {
  const [one, other] = [(await given.unit()).id, (await given.unit()).id];
  let arrived = 0;
  let open!: () => void;
  const both = new Promise<void>((resolve) => (open = resolve));
  const meet = () => {
    arrived += 1;
    if (arrived === 2) open();
    return both;
  };

  const attempts = await Promise.all([lockBoth([one, other], meet), lockBoth([other, one], meet)]);

  // One time more as a rule; the victim may come back before the other one has woken up.
  expect(attempts[0]! + attempts[1]!).toBeGreaterThan(2);
});

it('what is refused or broken is not done again', async () => {
  let attempts = 0;
  const work = database.transaction(async (tx) => {
    attempts += 1;
    await tx.query('SELECT 1 / 0');
  });

  await expect(work).rejects.toThrow('division by zero');
  expect(attempts).toBe(1);
});

it('what is a victim again and again is given up', async () => {
  let attempts = 0;
  const work = database.transaction(async (tx) => {
    attempts += 1;
    await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
  });

  await expect(work).rejects.toThrow('again');
  expect(attempts).toBe(5);
});
