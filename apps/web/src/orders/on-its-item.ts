import type { Refusal } from '../ui/refused';
import { fieldId } from '../ui/use-field';

/** What is refused of an item stands at its field where there is one, else at the item. */
export function onItsItem(refusal: Refusal): Refusal {
  const [list, place] = refusal.field;
  if (list !== 'items' || place === undefined) return refusal;
  const isOnPage = document.getElementById(fieldId(refusal.field.join('.'))) !== null;
  return isOnPage ? refusal : { ...refusal, field: ['items', place, 'slug'] };
}
