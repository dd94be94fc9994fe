/** `waiting`: for other tasks. `open`: for somebody of the team. `started`: somebody, or a webhook, is at it. */
export const TASK_STATES = ['waiting', 'open', 'started', 'done', 'failed', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
