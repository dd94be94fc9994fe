import { checkAnswers, type Answers, type OrderForm } from '@accord/domain';
import type { TFunction } from 'i18next';

/** What is wrong with the answers, for each field that is on the page. */
export function answerErrors(
  form: OrderForm | null,
  answers: Answers,
  t: TFunction,
): Record<string, { type: string; message: string }> {
  const { faults } = checkAnswers(form, answers);
  return Object.fromEntries(
    faults.map(({ field, rule, limit }) => [
      field,
      { type: rule, message: t(`orders.form.answer.${rule}`, { limit: limit ?? 0 }) },
    ]),
  );
}
