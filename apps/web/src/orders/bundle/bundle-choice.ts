import {
  bundleOrder,
  checkAnswers,
  MOST_ORDERED,
  type Answers,
  type BundleDefinition,
  type OrderForm,
} from '@accord/domain';
import type { TFunction } from 'i18next';
import type { BundleOnPage } from '../../catalog/bundle-page';
import type { DraftOrderInput, OrderDraftQuery } from '../../generated/graphql';
import type { Refusal } from '../../ui/refused';
import { answerErrors } from '../form/answer-errors';
import { limitKey, limitsOfValues, limitValues, type LimitValues } from '../limit-values';

/** What stands in the form of a bundle's order. */
export type BundleValues = {
  answers: Record<string, unknown>;
  parts: Record<string, { chosen: boolean; quantity: number; limits: LimitValues; answers: Record<string, unknown> }>;
  beneficiaryId: string;
  unitId: string | null;
  startOn: string | null;
  reason: string;
};

/** The bundle as the rules know it. */
export function rulesOf({ parts, form, answers, ...words }: BundleOnPage) {
  const formOf = (key: string) =>
    (parts.find((part) => part.key === key)?.service.orderForm?.form ?? null) as OrderForm | null;
  const definition: BundleDefinition = {
    ...words,
    synonyms: [],
    answers,
    form: form as OrderForm | null,
    parts: parts.map(({ plan, ...part }) => ({ ...part, plan: plan.id })),
  };
  return { definition, formOf };
}

/** The order that the values stand for, by the same rule as the server's. */
export function chosenOrder(bundle: BundleOnPage, { answers, parts }: Pick<BundleValues, 'answers' | 'parts'>) {
  const { definition, formOf } = rulesOf(bundle);
  const chosen = Object.entries(parts).flatMap(([key, { limits, ...part }]) =>
    part.chosen ? [[key, { ...part, limits: limitsOfValues(limits) }] as const] : [],
  );
  return bundleOrder(definition, { answers, parts: Object.fromEntries(chosen) }, formOf);
}

type Draft = NonNullable<OrderDraftQuery['order']>;

/** What one begins with: nothing, or a draft as it was kept. */
export function bundleValues(
  bundle: BundleOnPage,
  draft: Draft | null,
  empty: Pick<BundleValues, 'beneficiaryId' | 'unitId'>,
): BundleValues {
  const items = new Map(draft?.items.map((item) => [item.bundle?.part, item]));
  const shared = bundle.answers.flatMap(({ question, part, field }) => {
    const answers = (items.get(part)?.answers ?? {}) as Answers;
    return Object.hasOwn(answers, field) ? [[question, answers[field]] as const] : [];
  });
  return {
    answers: { ...Object.fromEntries(shared), ...(draft?.bundleAnswers as Answers | null) },
    parts: Object.fromEntries(
      bundle.parts.map(({ key, required, quantity }) => {
        const item = items.get(key);
        const answers = { ...(item?.answers as Answers | undefined) };
        const limits = limitValues(item?.limits ?? []);
        const chosen = required || item !== undefined;
        return [key, { chosen, quantity: item?.quantity ?? quantity, limits, answers }];
      }),
    ),
    beneficiaryId: draft?.beneficiary.id ?? empty.beneficiaryId,
    unitId: draft?.unit.id ?? empty.unitId,
    startOn: draft?.startOn ?? null,
    reason: draft?.reason ?? '',
  };
}

/** As the server is asked; null while it could not read it. */
export function bundleInput(bundle: BundleOnPage, values: BundleValues): DraftOrderInput | null {
  const { unitId, beneficiaryId, startOn, reason, answers } = values;
  const items = itemsOf(bundle, values);
  const isWhole = items.every(
    ({ quantity }) => Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_ORDERED,
  );
  if (!beneficiaryId || !isWhole) return null;
  return { items, beneficiaryId, startOn, reason, bundleAnswers: answers, ...(unitId && { unitId }) };
}

/** As `draftOrder` and `quoteOrder` take them. */
function itemsOf(bundle: BundleOnPage, values: Pick<BundleValues, 'answers' | 'parts'>) {
  return chosenOrder(bundle, values).items.map(({ part: key, quantity, limits, answers }) => {
    const { plan, service } = bundle.parts.find((part) => part.key === key)!;
    const serviceVersionId = service.orderForm?.serviceVersionId;
    const partOf = { bundleId: bundle.id, part: key };
    return {
      planId: plan.id,
      quantity,
      limits: [...limits],
      partOf,
      ...(serviceVersionId && { answers, serviceVersionId }),
    };
  });
}

type Fault = { type: string; message: string };

/** What is wrong with the answers, each at the field on the page that gave it. */
export function bundleErrors(bundle: BundleOnPage, values: BundleValues, t: TFunction): Record<string, Fault> {
  const { definition, formOf } = rulesOf(bundle);
  const errors: Record<string, Fault> = {};
  const put = (name: string, fault: Fault) => (errors[name] ??= fault);
  const shared = answerErrors(definition.form, values.answers, t);
  for (const [name, fault] of Object.entries(shared)) put(`answers.${name}`, fault);
  for (const { part, answers } of chosenOrder(bundle, values).items) {
    // What is hidden by a shared answer is not asked any more, and stays behind.
    const { asked } = checkAnswers(formOf(part), answers);
    const names = new Set(asked.map(({ name }) => name));
    for (const [field, fault] of Object.entries(answerErrors(formOf(part), answers, t)))
      if (names.has(field)) put(placeOf(bundle, values, part, field), fault);
  }
  return errors;
}

/** The field of the page that answers a field of a part. */
export function placeOf(
  bundle: BundleOnPage,
  values: Pick<BundleValues, 'answers' | 'parts'>,
  part: string,
  field: string,
): string {
  const item = chosenOrder(bundle, values).items.find((one) => one.part === part);
  const own = `parts.${part}.answers.${field}`;
  if (!item?.answered.includes(field)) return own;
  const shared = bundle.answers.find((one) => one.part === part && one.field === field);
  return shared ? `answers.${shared.question}` : `parts.${part}.quantity`;
}

/** A refusal of an item, where the page asks what it is about. */
export function atItsPart(bundle: BundleOnPage, values: BundleValues, { field, ...refusal }: Refusal): Refusal {
  const [list, place, within, name] = field;
  const item = list === 'items' ? chosenOrder(bundle, values).items[Number(place)] : undefined;
  if (!item) return { ...refusal, field };
  if (within === 'limits' && name)
    return { ...refusal, field: ['parts', item.part, 'limits', limitKey(name), 'units'] };
  if (within === 'answers' && name) return { ...refusal, field: placeOf(bundle, values, item.part, name).split('.') };
  return { ...refusal, field: ['parts', item.part] };
}

/** What the shared form and the quantity answer for a part: not asked for again, but it decides what else is. */
export function givenTo(bundle: BundleOnPage, values: Pick<BundleValues, 'answers' | 'parts'>, part: string): Answers {
  const item = chosenOrder(bundle, values).items.find((one) => one.part === part);
  if (!item) return {};
  return Object.fromEntries(item.answered.map((field) => [field, item.answers[field]]));
}
