import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { parseWith } from '../parse-with.js';
import { SLUG } from '../slug.js';

const slug = z.string().max(40).regex(SLUG);
const name = z.string().trim().min(1).max(80);

/** Somebody else's server that does the work, by the slug of its webhook. */
const webhook = slug.optional();

/** From the call to the answer, in minutes: a minute to thirty days. */
const answerMinutes = z.int().min(1).max(43_200).optional();

const task = z.strictObject({
  key: slug,
  name,
  /** Slug of the team that does it; that of the service when left out. */
  team: slug.optional(),
  /** Keys of tasks that are done before it begins. */
  after: z.array(slug).max(20).optional(),
  webhook,
  answerMinutes,
  /** What takes it back where the order fails after it was done. */
  undo: z.strictObject({ name, webhook, answerMinutes }).optional(),
});

const fulfilmentTemplate = z.strictObject({
  tasks: z.array(task).min(1).max(20),
  /** Business days in which the requester says whether what was delivered is right. */
  acceptanceDays: z.int().min(0).max(60).optional(),
});

/** Work on an item: by a team, or by somebody else's server. */
export type TaskTemplate = Readonly<z.infer<typeof task>>;

/** What has to be done to deliver an item of an order: tasks, some after others. The item is delivered when all are done. */
export type FulfilmentTemplate = Readonly<z.infer<typeof fulfilmentTemplate>>;

export const DEFAULT_FULFILMENT: FulfilmentTemplate = { tasks: [{ key: 'deliver', name: 'Deliver' }] };

/** Of the task that puts right what was not as ordered; no template has such a key. */
export const REWORK_KEY = '_rework';

/** What the team of a service does with an item that was sent back. */
export function reworkOf(serviceName: string, after: readonly string[] = []): TaskTemplate {
  return { key: REWORK_KEY, name: `Put right: ${serviceName}`, after: [...after] };
}

/** How long an automatic task waits for its answer unless its template says so: a day. */
export const ANSWER_MINUTES = 1440;

/** @throws {DomainError} `MALFORMED_FULFILMENT`, `UNKNOWN_TASK` or `TASKS_IN_A_CIRCLE` at the path of what is wrong. */
export function parseFulfilmentTemplate(value: unknown, path: readonly string[] = ['fulfilment']): FulfilmentTemplate {
  const template = parseWith(fulfilmentTemplate, value ?? DEFAULT_FULFILMENT, path, 'MALFORMED_FULFILMENT');
  const keys = template.tasks.map(({ key }) => key);
  for (const [i, { key, name, after = [], webhook, answerMinutes, undo }] of template.tasks.entries()) {
    const at = [...path, 'tasks', String(i)];
    if (keys.indexOf(key) !== i)
      throw new DomainError('MALFORMED_FULFILMENT', `Two tasks have the key "${key}".`, [...at, 'key']);
    const unknown = after.find((other) => !keys.includes(other));
    if (unknown !== undefined)
      throw new DomainError('UNKNOWN_TASK', `${name} comes after "${unknown}", which is no task.`, [...at, 'after']);
    for (const [part, where] of [
      [{ webhook, answerMinutes }, at],
      [undo ?? {}, [...at, 'undo']],
    ] as const)
      if (part.answerMinutes !== undefined && part.webhook === undefined)
        throw new DomainError('MALFORMED_FULFILMENT', 'Only a webhook is waited for.', [...where, 'answerMinutes']);
  }
  const circle = circleIn(template.tasks);
  if (!circle) return template;
  const named = circle.map((key) => template.tasks.find((task) => task.key === key)!.name);
  const place = keys.indexOf(circle[0]!);
  const sentence = `These tasks wait for each other: ${named.join(' after ')}.`;
  throw new DomainError('TASKS_IN_A_CIRCLE', sentence, [...path, 'tasks', String(place), 'after']);
}

/** A way from a task through what it waits for back to itself; null when there is none. */
function circleIn(tasks: readonly TaskTemplate[]): string[] | null {
  const settled = new Set<string>();
  const walk = (key: string, way: readonly string[]): string[] | null => {
    if (way.includes(key)) return [...way.slice(way.indexOf(key)), key];
    if (settled.has(key)) return null;
    for (const before of tasks.find((task) => task.key === key)!.after ?? []) {
      const circle = walk(before, [...way, key]);
      if (circle) return circle;
    }
    settled.add(key);
    return null;
  };
  for (const { key } of tasks) {
    const circle = walk(key, []);
    if (circle) return circle;
  }
  return null;
}

/** The tasks in an order in which each comes after what it waits for; otherwise as the template lists them. */
export function inWorkingOrder(tasks: readonly TaskTemplate[]): TaskTemplate[] {
  const placed = new Map<string, TaskTemplate>();
  while (placed.size < tasks.length) {
    const next = tasks.find(({ key, after = [] }) => !placed.has(key) && after.every((before) => placed.has(before)));
    placed.set(next!.key, next!);
  }
  return [...placed.values()];
}
