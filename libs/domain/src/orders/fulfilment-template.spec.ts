import * as fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import {
  DEFAULT_FULFILMENT,
  inWorkingOrder,
  parseFulfilmentTemplate,
  type TaskTemplate,
} from './fulfilment-template.js';
import { readyTasks, toUndo } from './task-flow.js';
import type { TaskState } from './task-state.js';

const task = (key: string, after: string[] = [], more: object = {}) => ({ key, name: `Do ${key}`, after, ...more });
const refusalOf = (value: unknown): DomainError => {
  try {
    parseFulfilmentTemplate(value);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was taken');
};

it('is one task of the service team where nobody has said more', () => {
  expect(parseFulfilmentTemplate(undefined)).toEqual(DEFAULT_FULFILMENT);
});

it('takes tasks that come after others, of other teams, of webhooks, and what undoes them', () => {
  const template = {
    tasks: [
      task('account', [], { webhook: 'identity', answerMinutes: 60, undo: { name: 'Delete it', webhook: 'identity' } }),
      task('laptop', [], { team: 'workplace' }),
      task('hand-over', ['account', 'laptop']),
    ],
    acceptanceDays: 3,
  };
  expect(parseFulfilmentTemplate(template)).toEqual(template);
});

it.each([
  ['names the circle', [task('a', ['b']), task('b', ['c']), task('c', ['a'])], 'TASKS_IN_A_CIRCLE', '0.after'],
  ['that waits for itself', [task('z'), task('a', ['a'])], 'TASKS_IN_A_CIRCLE', '1.after'],
  ['after no task', [task('a', ['x'])], 'UNKNOWN_TASK', '0.after'],
  ['with one key twice', [task('a'), task('a')], 'MALFORMED_FULFILMENT', '1.key'],
  [
    'that waits for an answer of nobody',
    [task('a', [], { answerMinutes: 5 })],
    'MALFORMED_FULFILMENT',
    '0.answerMinutes',
  ],
  ['none at all', [], 'MALFORMED_FULFILMENT', ''],
])('refuses tasks %s, at their path', (_, tasks, code, place) => {
  const refusal = refusalOf({ tasks });
  expect(refusal.code).toBe(code);
  expect(refusal.field?.join('.')).toBe(['fulfilment.tasks', place].filter(Boolean).join('.'));
});

it('says which tasks wait for each other', () => {
  const refusal = refusalOf({ tasks: [task('a', ['b']), task('b', ['a'])] });
  expect(refusal.message).toBe('These tasks wait for each other: Do a after Do b after Do a.');
});

/** Tasks without circles: each comes after some of those before it, then they are listed in another order. */
const templates = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 }).chain((afters) => {
  const tasks = afters.map((after, i) =>
    task(
      `t${i}`,
      [...new Set(after.filter((before) => before < i))].map((before) => `t${before}`),
    ),
  );
  return fc.shuffledSubarray(tasks, { minLength: tasks.length });
});

it('property: whatever is ready is done in any order, all gets done, and is undone in the reverse order', () => {
  fc.assert(
    fc.property(templates, fc.infiniteStream(fc.nat(99)), (tasks, draws) => {
      parseFulfilmentTemplate({ tasks });
      const states = new Map<string, TaskState>(tasks.map(({ key }) => [key, 'waiting']));
      const order: string[] = [];
      while (order.length < tasks.length) {
        const now = tasks.map(({ key, after }) => ({ id: key, state: states.get(key)!, afterIds: after }));
        const ready = readyTasks(now);
        const next = ready[draws.next().value! % ready.length];
        if (!next) throw new Error('nothing is ready though not all is done');
        for (const before of next.afterIds) expect(order).toContain(before);
        states.set(next.id, 'done');
        order.push(next.id);
      }
      const done = order.map((id, i) => ({
        id,
        state: 'done' as const,
        endedAt: new Date(i),
        canBeUndone: i % 3 !== 1,
        isUndone: false,
      }));
      const undone = toUndo(done).map(({ id }) => order.indexOf(id));
      expect(undone).toEqual(done.flatMap(({ canBeUndone }, i) => (canBeUndone ? [i] : [])).reverse());
    }),
    { numRuns: 100 },
  );
});

it('lists tasks so that each comes after what it waits for', () => {
  fc.assert(
    fc.property(templates, (tasks) => {
      const keys = inWorkingOrder(tasks as TaskTemplate[]).map(({ key }) => key);
      expect([...keys].sort()).toEqual(tasks.map(({ key }) => key).sort());
      for (const { key, after } of tasks)
        for (const before of after) expect(keys.indexOf(before)).toBeLessThan(keys.indexOf(key));
    }),
    { numRuns: 100 },
  );
});
