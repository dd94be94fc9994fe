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
