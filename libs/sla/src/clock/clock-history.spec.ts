import {
  ALWAYS_OPEN,
  applyEvent,
  type ClockEvent,
  type ClockTermsDefinition,
  createCalendar,
  createClockTerms,
  judgeClock,
  judgeHistory,
  replay,
  replayLog,
  type TargetRule,
  targetsByPriority,
} from '../index.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-03-${text}Z`);
const hours: [string, string][] = [['09:00', '17:00']];
const office = createCalendar({
  zone: 'Etc/UTC',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});
const events = (...rows: (readonly [kind: ClockEvent['kind'], at: string, more?: object])[]): ClockEvent[] =>
  rows.map(([kind, when, more]) => ({ kind, at: at(when), ...more }) as ClockEvent);
const ruled = targetsByPriority({ P1: 2 * HOUR, P2: 4 * HOUR });
const terms = (definition: Partial<ClockTermsDefinition> = {}) =>
  createClockTerms({
    calendar: office,
    targets: targetsByPriority({ P1: 2 * HOUR, P2: 4 * HOUR, P3: 16 * HOUR }),
    ...definition,
  });
const P1 = { subject: { priority: 'P1' } };
const P2 = { subject: { priority: 'P2' } };
const judged = (log: ClockEvent[], definition?: Partial<ClockTermsDefinition>, asOf?: string) =>
  judgeHistory(replay(log, terms(definition)), asOf === undefined ? undefined : at(asOf));

describe('a replayed clock', () => {
  it('is met or breached by its events alone', () => {
    const log = events(['start', '06T15:00', P1], ['pause', '06T16:00'], ['resume', '09T10:00'], ['stop', '09T11:00']);

    expect(judged(log)).toMatchObject({ state: 'met', elapsedMs: 2 * HOUR, remainingMs: 0, paused: false });
    expect(judged(log)!.dueAt).toEqual({ near: at('09T11:00'), far: at('09T11:00') });
    expect(judged([...log.slice(0, 3), ...events(['stop', '09T11:00:00.001'])])!.state).toBe('breached');
  });

  it('runs until it stops, and is due as if it went on now while it is paused', () => {
    const log = events(['start', '06T15:00', P1], ['pause', '06T16:00']);

    expect(judged(log, {}, '09T12:00')).toMatchObject({
      state: 'running',
      paused: true,
      dueAt: { near: at('09T13:00') },
    });
    expect(judged(log)!.elapsedMs).toBe(HOUR);
  });

  it('has not begun before its start, and may begin paused', () => {
    expect(judged(events(['pause', '03T09:00']))).toBeNull();
    const log = events(['pause', '03T09:00'], ['start', '03T10:00', P1], ['resume', '03T12:00'], ['stop', '03T13:00']);

    expect(judged(log)!.elapsedMs).toBe(HOUR);
  });

  it('takes an event that changes nothing', () => {
    const log = events(
      ['resume', '03T08:00'],
      ['start', '03T10:00', P1],
      ['start', '03T10:30', P2],
      ['pause', '03T11:00'],
      ['pause', '03T11:30'],
      ['stop', '03T12:00'],
      ['stop', '03T15:00'],
    );

    expect(judged(log)).toMatchObject({ state: 'met', elapsedMs: HOUR, remainingMs: HOUR });
  });

  it('ends an open pause at the stop', () => {
    const log = events(['start', '03T10:00', P1], ['pause', '03T11:00'], ['stop', '03T12:00'], ['reopen', '03T14:00']);

    expect(judged(log, {}, '03T14:30')!.elapsedMs).toBe(1.5 * HOUR);
  });

  it('gives the clock that judges the same', () => {
    const history = replay(events(['start', '03T10:00', P1], ['pause', '03T11:00']), terms());

    expect(history.clock).toEqual({
      calendar: office,
      startAt: at('03T10:00'),
      stopAt: null,
      targetMs: 2 * HOUR,
      pauses: [{ from: at('03T11:00'), to: null }],
    });
    expect(judgeHistory(history, at('03T12:00'))!.elapsedMs).toBe(
      judgeClock({ ...(history.clock as Parameters<typeof judgeClock>[0]), asOf: at('03T12:00') }).elapsedMs,
    );
  });
});

describe('opened again', () => {
  const log = events(['start', '03T09:00', P2], ['stop', '03T10:00'], ['reopen', '03T14:00'], ['stop', '03T15:30']);
  const elapsed = (reopen: ClockTermsDefinition['reopen']) => judged(log, { reopen })!.elapsedMs / HOUR;

  it('resumes, starts again, stays with the first time, or never stopped', () => {
    expect([
      elapsed(undefined),
      elapsed('resume'),
      elapsed('restart'),
      elapsed('first'),
      elapsed('neverStopped'),
    ]).toEqual([2.5, 2.5, 1.5, 1, 6.5]);
  });

  it('keeps every cycle that started again', () => {
    const history = replay(log, terms({ reopen: 'restart' }));

    expect(history.earlier.map(({ state, elapsedMs }) => [state, elapsedMs])).toEqual([['met', HOUR]]);
  });

  it('does not take a pause of the closed time twice', () => {
    const paused = events(
      ['start', '03T09:00', P2],
      ['stop', '03T10:00'],
      ['pause', '03T11:00'],
      ['reopen', '03T12:00'],
      ['resume', '03T13:00'],
      ['stop', '03T14:00'],
    );

    expect(judged(paused)!.elapsedMs).toBe(2 * HOUR);
    expect(judged(paused, { reopen: 'neverStopped' })!.elapsedMs).toBe(3 * HOUR);
  });
});

describe('another target', () => {
  const changed = events(
    ['start', '03T09:00', P2],
    ['pause', '03T10:00'],
    ['resume', '03T11:00'],
    ['priorityChange', '03T13:30', { priority: 'P1' }],
  );

  it('keeps what has elapsed and the pauses, and says when that breaches at once', () => {
    const history = replay(changed, terms());

    expect(history.changes).toEqual([
      { at: at('03T13:30'), policy: 'keepElapsed', elapsedAtChangeMs: 3.5 * HOUR, breachedAtChange: true },
    ]);
    expect(judgeHistory(history)).toMatchObject({ state: 'breached', dueAt: { near: at('03T12:00') } });
  });

  it('may start again, with the pauses that come', () => {
    const history = replay(
      [...changed, ...events(['pause', '03T14:00'], ['resume', '03T15:00'], ['stop', '03T16:00'])],
      terms({ change: 'restart' }),
    );

    expect(history.changes).toMatchObject([{ policy: 'restart', breachedAtChange: false }]);
    expect(judgeHistory(history)).toMatchObject({ state: 'met', elapsedMs: 1.5 * HOUR });
  });

  it('is the same one when the same rule matches', () => {
    const any = { targets: [{ targetMs: 4 * HOUR }], change: 'restart' } as const;

    expect(replay(changed, terms(any)).changes).toEqual([]);
  });

  it('leaves the verdict of a stopped clock alone until it is opened again', () => {
    const stopped = events(
      ['start', '03T09:00', P2],
      ['stop', '03T12:00'],
      ['priorityChange', '03T13:00', { priority: 'P1' }],
    );

    expect(judged(stopped)!.state).toBe('met');
    const reopened = replay([...stopped, ...events(['reopen', '03T14:00'])], terms());
    expect(reopened.changes).toMatchObject([{ at: at('03T14:00'), breachedAtChange: true }]);
  });

  it('comes with another policy, its calendar too', () => {
    const around = terms({ calendar: ALWAYS_OPEN, targets: [{ targetMs: 20 * HOUR }] });
    const log = events(['start', '06T16:00', P1], ['policyChange', '06T16:30', { terms: around }]);

    expect(judged(log)!.dueAt.near).toBe(at('07T12:00'));
    const response = terms({ metric: 'firstResponse' });
    expect(() => replay(events(['policyChange', '06T16:30', { terms: response }]), terms())).toThrow(
      expect.objectContaining({ code: 'MISMATCH', path: 'events[0].terms.metric', value: 'firstResponse' }),
    );
  });

  it('may be in working days', () => {
    const days = { targets: [{ targetDays: 2, endOfWorkingDay: true }] };
    const log = events(['start', '06T10:30'], ['pause', '06T12:00'], ['resume', '06T13:00']);

    expect(judged(log, days)!.dueAt).toEqual({ near: at('11T10:00'), far: at('11T10:00') });
    expect(judged([...log, ...events(['stop', '11T10:00'])], days)).toMatchObject({ state: 'met', remainingMs: 0 });
    expect(judged([...log, ...events(['stop', '11T11:00'])], days)).toMatchObject({
      state: 'breached',
      remainingMs: -HOUR,
    });
    expect(judged(log, days)!.explanation.map(({ rule }) => rule)).toContain('clock.days');
  });

  it('does not take a later pause into what a change in working days breached', () => {
    const log = events(
      ['start', '02T10:00', P2],
      ['priorityChange', '04T11:00', { priority: 'P1' }],
      ['pause', '04T12:00'],
      ['resume', '06T12:00'],
    );
    const targets = [{ when: { priority: 'P1' }, targetDays: 1 }, { targetDays: 9 }];

    expect(replay(log, terms({ targets })).changes).toMatchObject([{ breachedAtChange: true }]);
  });
});

describe('targets by rule', () => {
  const targets: TargetRule[] = [
    { when: { priority: 'P1', site: 'Ulm' }, targetMs: HOUR },
    { when: { priority: 'P1' }, targetMs: 2 * HOUR, calendar: ALWAYS_OPEN },
    { when: { site: 'Ulm' }, targetMs: 3 * HOUR },
  ];
  const due = (subject: Record<string, string>) =>
    judged(events(['start', '06T16:30', { subject }]), { targets })!.dueAt;

  it('are those of the first rule that matches, with its calendar', () => {
    expect(due({ priority: 'P1', site: 'Ulm' }).near).toBe(at('09T09:30'));
    expect(due({ priority: 'P1', site: 'Bonn' }).near).toBe(at('06T18:30'));
    expect(due({ priority: 'P4', site: 'Ulm' }).near).toBe(at('09T11:30'));
  });

  it('are refused when no rule matches', () => {
    expect(() => due({ priority: 'P4', site: 'Bonn' })).toThrow(
      expect.objectContaining({ code: 'MISSING', path: 'targets', value: { priority: 'P4', site: 'Bonn' } }),
    );
  });
});

describe('responses', () => {
  const log = events(
    ['start', '03T09:00', P1],
    ['customerReply', '03T09:30'],
    ['firstResponse', '03T10:00'],
    ['customerReply', '03T11:00'],
    ['customerReply', '03T12:00'],
    ['response', '03T13:30'],
    ['response', '03T14:00'],
    ['customerReply', '03T15:00'],
    ['response', '03T15:30'],
  );

  it('the first one is clocked from the start', () => {
    expect(judged(log, { metric: 'firstResponse' })).toMatchObject({ state: 'met', elapsedMs: HOUR });
  });

  it('the next ones from a reply of the customer, each for itself, and only after the first', () => {
    const history = replay(log, terms({ metric: 'nextResponse' }));

    expect(history.earlier.map(({ state, elapsedMs }) => [state, elapsedMs])).toEqual([['breached', 2.5 * HOUR]]);
    expect(judgeHistory(history)).toMatchObject({ state: 'met', elapsedMs: HOUR / 2 });
    expect(judged(log.slice(0, 3), { metric: 'nextResponse' })).toBeNull();
  });

  it('end with the ticket', () => {
    const open = [...log.slice(0, 4), ...events(['stop', '03T11:30'])];

    expect(judged(open, { metric: 'nextResponse' })).toMatchObject({ state: 'met', elapsedMs: HOUR / 2 });
  });
});

describe('a history', () => {
  it('stays as it is when it is carried on', () => {
    const history = replay(
      events(['start', '03T09:00', P2], ['pause', '03T10:00'], ['resume', '03T11:00'], ['stop', '03T12:00']),
      terms(),
    );
    const before = history.clock;
    const [one, other] = ['03T13:00', '03T14:00'].map((when) => applyEvent(history, events(['reopen', when])[0]!));

    expect(history.clock).toEqual(before);
    expect(one!.clock!.pauses).toHaveLength(2);
    expect(other!.clock!.pauses[1]).toEqual({ from: at('03T12:00'), to: at('03T14:00') });
  });

  it('tells the rule, the changes and the cycles before the steps of its clock', () => {
    const log = events(
      ['start', '03T09:00', P2],
      ['stop', '03T10:00'],
      ['reopen', '03T11:00'],
      ['priorityChange', '03T12:00', { priority: 'P1' }],
    );

    expect(judged(log, { reopen: 'restart' })!.explanation.slice(0, 4)).toEqual([
      { rule: 'clock.earlierCycle', inputs: { elapsedMs: HOUR }, result: 'met' },
      {
        rule: 'clock.change',
        inputs: { at: at('03T12:00'), policy: 'keepElapsed', elapsedAtChangeMs: HOUR },
        result: false,
      },
      {
        rule: 'clock.target',
        inputs: { subject: { priority: 'P1' } },
        result: { when: { priority: 'P1' }, targetMs: 2 * HOUR },
      },
      {
        rule: 'clock.start',
        inputs: { zone: 'Etc/UTC', alwaysOpen: false, targetMs: 2 * HOUR },
        result: at('03T11:00'),
      },
    ]);
  });

  it('tells the first of many changes and cycles, and how many more there were', () => {
    const start = at('03T09:00');
    const log: ClockEvent[] = [{ kind: 'start', at: start, subject: { priority: 'P1' } }];
    for (let i = 1; i <= 50; i += 1) {
      log.push(
        { kind: 'priorityChange', at: start + i * 4000, priority: i % 2 === 0 ? 'P1' : 'P2' },
        { kind: 'stop', at: start + i * 4000 + 1000 },
        { kind: 'reopen', at: start + i * 4000 + 2000 },
      );
    }
    const history = replay(log, terms({ reopen: 'restart' }));
    const told = judgeHistory(history)!.explanation;
    const results = (rule: string) => told.filter((step) => step.rule === rule).map(({ result }) => result);

    expect([results('clock.change').length, results('clock.furtherChanges')]).toEqual([20, [30]]);
    expect([results('clock.earlierCycle').length, results('clock.furtherCycles')]).toEqual([20, [30]]);
    expect([history.changes.length, history.earlier.length]).toEqual([50, 50]);
    expect(history.earlier[0]).toBe(history.earlier[0]); // judged once
  });

  it('reads the changes of a long log with each pause counted once', () => {
    const start = at('03T09:00');
    const log: ClockEvent[] = [{ kind: 'start', at: start, subject: { priority: 'P1' } }];
    for (let i = 1; i <= 20_000; i += 1)
      log.push(
        { kind: 'pause', at: start + i * 4000 },
        { kind: 'resume', at: start + i * 4000 + 1000 },
        { kind: 'priorityChange', at: start + i * 4000 + 2000, priority: i % 2 === 0 ? 'P1' : 'P2' },
      );
    // A quadratic reading counts two hundred million pauses: minutes.
    const { changes } = replay(log, createClockTerms({ calendar: ALWAYS_OPEN, targets: ruled }));

    expect(changes.at(-1)).toMatchObject({ elapsedAtChangeMs: 20_000 * 3000 + 2000, breachedAtChange: true });
  });

  it('joins pauses that touch, and leaves those of the history before alone', () => {
    const history = replay(events(['start', '03T09:00', P1], ['pause', '03T10:00'], ['resume', '03T11:00']), terms());
    const again = events(['pause', '03T11:00'], ['resume', '03T12:00']).reduce(applyEvent, history);

    expect(again.clock!.pauses).toEqual([{ from: at('03T10:00'), to: at('03T12:00') }]);
    expect(history.clock!.pauses).toEqual([{ from: at('03T10:00'), to: at('03T11:00') }]);
  });

  it('is written out whole', () => {
    const judgement = judged(events(['start', '03T09:00', P1]), {}, '03T10:00')!;

    expect(JSON.parse(JSON.stringify(judgement))).toEqual({
      dueAt: { near: at('03T11:00'), far: at('03T11:00') },
      elapsedMs: HOUR,
      remainingMs: HOUR,
      state: 'running',
      paused: false,
      explanation: judgement.explanation,
    });
  });

  it('of a log that tells of many is that of each alone', () => {
    const ticket = (ref: string, ...log: ClockEvent[]) => log.map((event) => ({ ...event, ref }));
    const one = events(['start', '03T09:00', P1], ['stop', '03T10:00']);
    const other = events(['start', '03T09:30', P2], ['pause', '03T09:45']);
    const log = [...ticket('one', ...one), ...ticket('other', ...other)].sort((a, b) => a.at - b.at);
    const histories = replayLog(log, terms());

    expect([...histories.keys()]).toEqual(['one', 'other']);
    expect(histories.get('one')!.clock).toEqual(replay(one, terms()).clock);
    expect(histories.get('other')!.clock).toEqual(replay(other, terms()).clock);
  });
});

it('terms are not changed by a later change of what they were made from', () => {
  const when = { priority: 'P1' };
  const made = terms({ targets: [{ when, targetMs: HOUR }] });
  when.priority = 'P2';

  expect(made.targets[0]!.when).toEqual({ priority: 'P1' });
});

describe('what is refused', () => {
  it.each([
    [{ targets: [] }, 'MISSING', 'targets'],
    [{ targets: [{ targetMs: -1 }] }, 'OUT_OF_RANGE', 'targets[0].targetMs'],
    [{ targets: [{ targetMs: 1 }, { targetDays: 0.5 }] }, 'OUT_OF_RANGE', 'targets[1].targetDays'],
    [{ targets: [{ targetMs: 1, targetDays: 1 }] }, 'MALFORMED', 'targets[0]'],
    [{ targets: [{}] }, 'MALFORMED', 'targets[0]'],
    [{ calendar: undefined }, 'MISSING', 'calendar'],
    [{ reopen: 'again' }, 'MALFORMED', 'reopen'],
    [{ change: 'forget' }, 'MALFORMED', 'change'],
    [{ metric: 'closure' }, 'MALFORMED', 'metric'],
  ])('terms %j', (definition, code, path) => {
    expect(() => terms(definition as Partial<ClockTermsDefinition>)).toThrow(expect.objectContaining({ code, path }));
  });

  it('events out of order, at no instant, or of no kind', () => {
    const refusedAt = (log: ClockEvent[]) => () => replay(log, terms());

    expect(refusedAt(events(['start', '03T09:00', P1], ['stop', '03T08:00']))).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'events[1].at', value: at('03T08:00') }),
    );
    expect(refusedAt([{ kind: 'start', at: NaN }])).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'events[0].at' }),
    );
    expect(refusedAt([{ kind: 'begin', at: 0 } as unknown as ClockEvent])).toThrow(
      expect.objectContaining({ code: 'MALFORMED', path: 'events[0].kind', value: 'begin' }),
    );
  });

  it('a judgement of a time before the last event', () => {
    expect(() => judged(events(['start', '03T09:00', P1], ['stop', '03T10:00']), {}, '03T09:30')).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'asOf' }),
    );
  });
});
