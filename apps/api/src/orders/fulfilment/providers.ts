import { FulfilmentTaskResolver } from './fulfilment-task.resolver.js';
import { Handovers } from './handovers.js';
import { LateSuccesses } from './late-successes.js';
import { RollUp } from './roll-up.js';
import { TaskAnswers } from './task-answers.js';
import { TaskCalls } from './task-calls.js';
import { TaskFlow } from './task-flow.js';
import { TaskLists } from './task-lists.js';
import { Tasks } from './tasks.js';

export const fulfilmentProviders = [
  TaskCalls,
  TaskFlow,
  RollUp,
  LateSuccesses,
  TaskAnswers,
  Tasks,
  TaskLists,
  Handovers,
  FulfilmentTaskResolver,
];
