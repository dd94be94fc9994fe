import {
  createCalendar,
  createClockTerms,
  judgeHistory,
  type LoggedEvent,
  replayLog,
  targetsByPriority,
} from '@accord/sla';
import { printRow } from './bench-row.js';
import { ratesOf } from './sla-rates.js';

const EVENTS = 142_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PRIORITIES = ['P1', 'P2', 'P3', 'P4'];
const TARGETS = { P1: 4 * HOUR, P2: 8 * HOUR, P3: 24 * HOUR, P4: 80 * HOUR };

/** Replaying the log of a service desk, beside a loop that only adds up the time that passed for each ticket. */
export function benchReplay(): void {
  const hours: [string, string][] = [['09:00', '17:00']];
  const calendar = createCalendar({
    zone: 'Europe/Berlin',
    weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  });
  const terms = createClockTerms({ calendar, targets: targetsByPriority(TARGETS) });
  const log = logOf(EVENTS);
  const replayed = (events: readonly LoggedEvent[]) => replayLog(events, terms).size;
  const judged = (events: readonly LoggedEvent[]) => {
    let breached = 0;
    for (const history of replayLog(events, terms).values())
      breached += Number(judgeHistory(history)?.state === 'breached');
    return breached;
  };
  const [walk, replay, judge] = ratesOf([log], [wallTimeOf, replayed, judged]);
  const row = { bench: 'sla', unit: 'events/s', reference: EVENTS * walk! };
  printRow({ ...row, name: 'replay-of-142000-events-beside-a-walk', ours: EVENTS * replay!, least: 0.2 });
  printRow({ ...row, name: 'replay-and-judge-every-ticket-beside-a-walk', ours: EVENTS * judge! });

  const twice = logOf(2 * EVENTS);
  const [once, double] = ratesOf([null], [() => replayed(log), () => replayed(twice)]);
  const name = 'replay-of-twice-the-log-beside-once';
  printRow({ bench: 'sla', name, unit: 'ms', ours: 1000 / double!, reference: 1000 / once!, most: 2.2 });
}

/** Wall time that passed between the events of each ticket. */
function wallTimeOf(events: readonly LoggedEvent[]): number {
  const lastAt = new Map<string, number>();
  let elapsedMs = 0;
  for (let i = 0; i < events.length; i += 1) {
    const { ref, at } = events[i]!;
    elapsedMs += at - (lastAt.get(ref) ?? at);
    lastAt.set(ref, at);
  }
  return elapsedMs;
}

/**
 * A log in order of time. Every ticket is paused at least once; every second waits again, every fourth is given another
 * priority, every eighth is opened again.
 */
function logOf(events: number): LoggedEvent[] {
  const start = Date.UTC(2026, 0, 5, 8);
  const log: LoggedEvent[] = [];
  for (let ticket = 0; log.length < events; ticket += 1) {
    const ref = `INC${ticket}`;
    const at = (minutes: number) => start + ticket * 17 * MINUTE + (minutes + (ticket % 29)) * MINUTE;
    log.push({ ref, kind: 'start', at: at(0), subject: { priority: PRIORITIES[ticket % 4]! } });
    log.push({ ref, kind: 'pause', at: at(45) }, { ref, kind: 'resume', at: at(190) });
    if (ticket % 4 === 0)
      log.push({ ref, kind: 'priorityChange', at: at(240), priority: PRIORITIES[(ticket / 4) % 4]! });
    if (ticket % 2 === 0) log.push({ ref, kind: 'pause', at: at(300) }, { ref, kind: 'resume', at: at(640) });
    log.push({ ref, kind: 'stop', at: at(900) });
    if (ticket % 8 === 0) log.push({ ref, kind: 'reopen', at: at(2400) }, { ref, kind: 'stop', at: at(2700) });
  }
  return log.slice(0, events).sort((a, b) => a.at - b.at);
}
