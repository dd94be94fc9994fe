import type { FulfilmentTemplate } from '@accord/domain';

export interface TaskValues {
  key: string;
  name: string;
  /** Slug; empty = of the service. */
  team: string;
  after: string[];
  /** Slug; empty = people do it. */
  webhook: string;
  answerMinutes: number | null;
  undoName: string;
  undoWebhook: string;
  /** Not asked here, and kept. */
  undoMinutes: number | null;
}

export interface FulfilmentValues {
  tasks: TaskValues[];
  acceptanceDays: number | null;
}

/** A template as a form asks for it. */
export function valuesOf({ tasks, acceptanceDays }: FulfilmentTemplate): FulfilmentValues {
  return {
    tasks: tasks.map(({ key, name, team, after, webhook, answerMinutes, undo }) => ({
      key,
      name,
      team: team ?? '',
      after: [...(after ?? [])],
      webhook: webhook ?? '',
      answerMinutes: answerMinutes ?? null,
      undoName: undo?.name ?? '',
      undoWebhook: undo?.webhook ?? '',
      undoMinutes: undo?.answerMinutes ?? null,
    })),
    acceptanceDays: acceptanceDays ?? null,
  };
}

/** What a form says, without what was left empty; keys of tasks that were taken away are no longer waited for. */
export function templateOf({ tasks, acceptanceDays }: FulfilmentValues): object {
  const keys = tasks.map(({ key }) => key);
  return {
    tasks: tasks.map(({ key, name, team, after, webhook, answerMinutes, undoName, undoWebhook, undoMinutes }) => {
      const before = after.filter((other) => keys.includes(other));
      const called = webhook.trim();
      const undoCalled = undoWebhook.trim();
      return {
        key,
        name: name.trim(),
        ...(team && { team }),
        ...(before.length > 0 && { after: before }),
        ...(called && { webhook: called, ...(answerMinutes !== null && { answerMinutes }) }),
        ...(undoName.trim() && {
          undo: {
            name: undoName.trim(),
            ...(undoCalled && { webhook: undoCalled, ...(undoMinutes !== null && { answerMinutes: undoMinutes }) }),
          },
        }),
      };
    }),
    ...(acceptanceDays !== null && { acceptanceDays }),
  };
}

/** One more task, which comes after the last one. */
export function newTask(tasks: readonly TaskValues[]): TaskValues {
  const keys = tasks.map(({ key }) => key);
  let n = tasks.length + 1;
  while (keys.includes(`task-${n}`)) n++;
  const last = keys.at(-1);
  return {
    key: `task-${n}`,
    name: '',
    team: '',
    after: last ? [last] : [],
    webhook: '',
    answerMinutes: null,
    undoName: '',
    undoWebhook: '',
    undoMinutes: null,
  };
}
