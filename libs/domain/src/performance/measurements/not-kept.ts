import { DomainError } from '../../domain-error.js';

/** Why nothing can be added to a month, or corrected in it. @param month Such as 2025-01. */
export const droppedWords = (month: string): string =>
  `measurements of ${month} are no longer kept one by one; nothing can be added to them or corrected`;

export const notKept = (month: string): DomainError =>
  new DomainError('NOT_KEPT', `${droppedWords(month).replace('m', 'M')}.`, ['from']);

/** Why time cannot be left out of a month. @param kept What its measurements are kept by. */
export const notSplittable = (month: string, kept: 'hour' | 'day'): DomainError =>
  new DomainError(
    'NOT_KEPT',
    `Measurements of ${month} are kept by the ${kept} only; let the time begin and end with a whole ${kept}.`,
    ['from'],
  );

/** Why no answer of then can be added or corrected. @param until The day of the last one, such as 2026-01-31. */
export const droppedAnswersWords = (until: string): string =>
  `answers until ${until} are no longer kept one by one; none can be added to them or corrected`;

/** Why time cannot begin or end between two answers. @param from, to Days of the first and the last of them. */
export const answersNotSplittable = (from: string, to: string): DomainError =>
  new DomainError(
    'NOT_KEPT',
    `Answers of ${from} to ${to} are only kept together; let the time begin and end before or after them.`,
    ['from'],
  );
