import { Injectable, Module } from '@nestjs/common';
import { Database } from '@accord/api/platform/database/database.js';
import { Job, type JobRun } from '@accord/api/platform/jobs/job.decorator.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { TryAgain } from '@accord/api/platform/jobs/try-again.js';
import { startStory } from '../../builders/index.js';

/** Writes down what it is handed, and fails as often as it is told to. */
@Injectable()
class Scribe {
  readonly runs: { text: string; at: string; attempt: number; isLast: boolean }[] = [];

  @Job('scribe', { attempts: 3 })
  async write({ text, failures = 0 }: { text: string; failures?: number }, { at, attempt, isLast }: JobRun) {
    this.runs.push({ text, at: at.toISOString(), attempt, isLast });
    if (attempt <= failures) throw new TryAgain('Not today.');
  }
}

@Injectable()
class Bell {
  rung = 0;

  @Job('bell', { everyMinutes: 60 })
  async ring(): Promise<void> {
    this.rung += 1;
  }
}

@Module({ providers: [Scribe, Bell] })
class ScribeModule {}

const { api } = await startStory([{ module: ScribeModule }]);
const [jobs, database, scribe] = [api.get(Jobs), api.get(Database), api.get(Scribe)];
const began = api.clock.now();
const hoursLater = (hours: number) => api.clock.set(new Date(began.getTime() + hours * 3_600_000));

beforeEach(() => {
  scribe.runs.length = 0;
  hoursLater(0);
});

it('does what was enqueued, once, if the transaction is', async () => {
  await database.transaction((tx) => jobs.enqueueAll(tx, 'scribe', [{ text: 'one' }, { text: 'two' }]));
  const undone = database.transaction(async (tx) => {
    await jobs.enqueue(tx, 'scribe', { text: 'never' });
    throw new Error('No, after all.');
  });
  await expect(undone).rejects.toThrow('No, after all.');

  expect([await jobs.settle(), await jobs.settle()]).toEqual([2, 0]);
  expect(scribe.runs.map(({ text }) => text)).toEqual(['one', 'two']);
});

it('waits for the time at which work is to start, by the clock', async () => {
  const startAt = new Date(began.getTime() + 3_600_000);
  await database.transaction((tx) => jobs.enqueue(tx, 'scribe', { text: 'later' }, { startAt }));

  expect(await jobs.settle()).toBe(0);
  hoursLater(1);
  expect(await jobs.settle()).toBe(1);
  expect(scribe.runs).toMatchObject([{ text: 'later', at: startAt.toISOString() }]);
});

it('tries again what fails, after pauses, and gives it up in the end', async () => {
  await database.transaction((tx) => jobs.enqueue(tx, 'scribe', { text: 'hard', failures: 9 }));

  for (const hours of [0, 1, 2, 3]) {
    hoursLater(hours);
    await jobs.settle();
  }

  expect(scribe.runs.map(({ attempt, isLast }) => [attempt, isLast])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
});

it('begins by itself what is to be done every hour, once however many servers there are', async () => {
  await jobs.tick();
  await jobs.tick();
  await jobs.settle();

  expect(api.get(Bell).rung).toBe(1);
});

it('tells whoever enqueues work that nobody does, or does it outside a transaction', async () => {
  const nobody = database.transaction((tx) => jobs.enqueue(tx, 'nobody', {}));
  await expect(nobody).rejects.toThrow(`Nothing is marked with @Job('nobody').`);
  await expect(jobs.enqueue(database.read, 'scribe', { text: 'loose' })).rejects.toThrow('in a transaction');
});

it('leaves what is far in the future until then, whatever is tidied up meanwhile', async () => {
  const rows = await api.dataSource.query(
    `SELECT min(keep_until) > now() + interval '100 years' AS kept FROM pgboss.job`,
  );
  expect(rows).toEqual([{ kept: true }]);
});

it('begins nothing while work goes on that jobs would disturb', async () => {
  await database.transaction((tx) => jobs.enqueue(tx, 'scribe', { text: 'after it' }));
  let settled!: Promise<number>;
  await jobs.restDuring(async () => {
    settled = jobs.settle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(scribe.runs).toEqual([]);
  });

  await settled;
  expect(scribe.runs.map(({ text }) => text)).toEqual(['after it']);
});
