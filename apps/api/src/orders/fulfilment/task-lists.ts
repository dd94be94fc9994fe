import { workReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { readPage } from '../../performance/read-page.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { colleagueOf } from '../colleague.js';
import { type TaskPart, TASK_PARTS } from './fulfilment-task.type.js';
import { TASKS, type TaskRow } from './task-rows.js';
import { TRIED_AGAIN } from './tried-again.js';

export interface TasksAsked {
  /** null = all of them. */
  parts: readonly TaskPart[] | null;
  /** Of one team; null = of all teams of the viewer. */
  teamId: string | null;
  first: number;
  after: string | null;
}

const LEFT = 'EXISTS (SELECT FROM person p WHERE p.id = t.assignee_id AND p.ended_at IS NOT NULL)';

/** Where the order does not wait itself; what undoes never waits with it. */
const WORKED = `(t.undoes_id IS NOT NULL OR o.state IN ('approved', 'fulfilling'))`;

/** Which tasks `t` of orders `o` each part holds: every task is in one of them at most. */
const WHERE: Readonly<Record<TaskPart, (me: () => string) => string>> = {
  mine: (me) => `t.state = 'started' AND t.assignee_id = ${me()} AND ${WORKED}`,
  free: () => `(t.state = 'open' OR t.state = 'started' AND ${LEFT}) AND ${WORKED}`,
  failed: () =>
    `t.state = 'failed' AND (t.undoes_id IS NOT NULL OR o.state IN ('approved', 'fulfilling', 'onHold', 'needsInformation'))`,
  waiting: (me) => `(t.state = 'waiting' OR t.state = 'started' AND t.webhook IS NOT NULL
    OR t.state = 'open' AND NOT ${WORKED} OR t.state = 'started' AND t.assignee_id = ${me()} AND NOT ${WORKED})`,
  others: (me) => `t.state = 'started' AND t.assignee_id <> ${me()} AND NOT ${LEFT}`,
  done: () => `t.state = 'done'`,
};

const PART_WORDS: Readonly<Record<TaskPart, string>> = {
  mine: 'mine',
  free: 'to be taken',
  failed: 'failed',
  waiting: 'waiting',
  others: 'of colleagues',
  done: 'done',
};

/** The work of the viewer's teams. */
@Injectable()
export class TaskLists {
  constructor(private readonly database: Database) {}

  /** Newest first, with how many there are in each part. */
  async page(act: Act, { parts, teamId, first, after }: TasksAsked) {
    const manager = this.database.read;
    const reach = workReach(await colleagueOf(manager, act));
    const within = (parameters: Parameters) =>
      [
        reach === 'all' ? 'true' : `t.team_id = ANY (${parameters.add(reach)}::uuid[])`,
        ...(teamId ? [`t.team_id::text = ${parameters.add(teamId)}`] : []),
        `NOT ${TRIED_AGAIN}`,
      ].join(' AND ');
    const parameters = new Parameters();
    const me = () => parameters.add(act.viewer.personId);
    const chosen = parts?.map((part) => `(${WHERE[part](me)})`).join(' OR ');
    const where = [within(parameters), ...(chosen ? [`(${chosen})`] : [])].join(' AND ');
    const page = await readPage<TaskRow>(manager, parameters, {
      select: `${TASKS} WHERE ${where}`,
      sortedBy: { createdAt: 't.created_at', id: 't.id' },
      first,
      after,
    });
    return { ...page, facets: [await this.counted(act, within)] };
  }

  private async counted(act: Act, within: (parameters: Parameters) => string) {
    const parameters = new Parameters();
    const personId = parameters.add(act.viewer.personId);
    const me = () => personId;
    const counts = TASK_PARTS.map((part) => `(count(*) FILTER (WHERE ${WHERE[part](me)}))::int AS "${part}"`);
    const [found]: Record<TaskPart, number>[] = await this.database.read.query(
      `SELECT ${counts.join(', ')} FROM fulfilment_task t JOIN service_order o ON o.id = t.order_id WHERE ${within(parameters)}`,
      parameters.values,
    );
    const values = Object.entries(upperSnakeEnum(TASK_PARTS)).map(([value, part]) => ({
      value,
      label: PART_WORDS[part],
      count: found![part],
    }));
    return { name: 'part', values };
  }
}
