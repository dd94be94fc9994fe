import { rewardAnswers } from './reward-answers.js';
import { slaAnswers } from './sla-answers.js';
import { rewardCreditAnswers } from './sla-credit-answers.js';
import type { Library } from './vector.js';

/** Which library answers what. Another one that answers operations of a schema adds its line. */
export const libraries: readonly Library[] = [
  { schema: 'sla-vectors/1', answers: slaAnswers },
  { schema: 'reward-vectors/1', answers: rewardCreditAnswers },
  { schema: 'reward-vectors/1', answers: rewardAnswers },
];
