import { budgetAnswers } from './sla-budget-answers.js';
import { creditAnswers } from './sla-credit-answers.js';
import { figureAnswers } from './sla-figure-answers.js';
import { timeAnswers } from './sla-time-answers.js';
import type { Answers } from './sla-vector.js';

/** Every operation that libs/sla answers. */
export const slaAnswers: Answers = { ...timeAnswers, ...figureAnswers, ...budgetAnswers, ...creditAnswers };
