import { parseOrderForm, type OrderForm } from '@accord/domain';
import type { TFunction } from 'i18next';
import { Refused } from '../../ui/refused';
import { refusing } from './form-faults';

/** A text as JSON; nothing is null. @throws {Refused} At the field `text`. */
export function jsonIn(text: string, t: TFunction): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `${t('form.notJson')} ${(error as Error).message}`;
    throw new Refused([{ code: 'NOT_JSON', field: ['text'], message }]);
  }
}

/** The form that a text stands for. @throws {Refused} At the field `text`, with the path of what is wrong. */
export function formIn(text: string, t: TFunction): OrderForm | null {
  const given = jsonIn(text, t);
  return refusing(
    () => parseOrderForm(given),
    () => ['text'],
    'whole',
  );
}

/** The same, while one writes. */
export function formInText(text: string, t: TFunction): { form: OrderForm | null; fault: string | null } {
  try {
    return { form: formIn(text, t), fault: null };
  } catch (error) {
    return { form: null, fault: (error as Error).message };
  }
}
