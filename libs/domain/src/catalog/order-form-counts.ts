import { Decimal } from 'decimal.js';
import type { Limit } from './limits.js';
import type { Answers, CheckedAnswers } from './order-form-answers.js';
import type { OrderForm } from './order-form-shape.js';

/** How often the plan is ordered, where an answer says it; null where the form leaves that open, or the answer is none. */
export function answeredQuantity(form: OrderForm | null, { answers, faults }: CheckedAnswers): number | null {
  const name = form?.quantityField;
  if (name === undefined || faults.some(({ field }) => field === name)) return null;
  return answers[name] as number;
}

/** What is set aside, where answers say it; a unit whose answer is missing or wrong is left out. */
export function answeredLimits(form: OrderForm | null, { answers, faults }: CheckedAnswers): Limit[] {
  return Object.entries(form?.limitFields ?? {}).flatMap(([unitName, name]) =>
    typeof answers[name] === 'number' && faults.every(({ field }) => field !== name)
      ? [{ unitName, units: new Decimal(answers[name]).toFixed() }]
      : [],
  );
}

/** Answers that say as much as is set aside otherwise: the quantity, and units of limits. */
export function withCounts(
  form: OrderForm,
  answers: Answers,
  counts: { readonly quantity?: number | null | undefined; readonly limits?: readonly Limit[] | null | undefined },
): Answers {
  const { quantityField, limitFields = {} } = form;
  const limits = (counts.limits ?? []).flatMap(({ unitName, units }) =>
    Object.hasOwn(limitFields, unitName) ? [[limitFields[unitName]!, Number(units)] as const] : [],
  );
  return {
    ...answers,
    ...(quantityField && counts.quantity && { [quantityField]: counts.quantity }),
    ...Object.fromEntries(limits),
  };
}
