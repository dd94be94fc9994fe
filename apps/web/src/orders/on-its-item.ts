import type { Refusal } from '../ui/refused';
import { fieldId } from '../ui/use-field';
import { limitKey } from './limit-values';

/** What is refused of an item stands at its field where there is one, else at the item. */
export function onItsItem(refusal: Refusal): Refusal {
  const [list, place] = refusal.field;
  if (list !== 'items' || place === undefined) return refusal;
  const [, , part, unitName] = refusal.field;
  const field = part === 'limits' && unitName ? [list, place, part, limitKey(unitName), 'units'] : refusal.field;
  const isOnPage = document.getElementById(fieldId(field.join('.'))) !== null;
  return isOnPage ? { ...refusal, field } : { ...refusal, field: ['items', place, 'slug'] };
}
