import { z } from 'zod';
import { needed, neededChoice } from '../app/field-rules';
import { OrderKindCodes, type DraftOrderInput, type OrderItemInput, type OrderKind } from '../generated/graphql';
import { limitsOfValues } from './limit-values';

const said = z
  .number()
  .nullable()
  .refine((units): boolean => units !== null, 'ui.form.required');
const item = z.object({
  kind: z.enum(OrderKindCodes),
  /** Of the service. */
  slug: z.string(),
  planId: neededChoice,
  quantity: z
    .int('orders.form.quantityRange')
    .min(1, 'orders.form.quantityRange')
    .max(100_000, 'orders.form.quantityRange'),
  limits: z.record(z.string(), z.object({ unitName: z.string(), units: said })),
  subscriptionId: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  serviceVersionId: z.string().nullable(),
  /** Of the draft's item that it came from: what is known of that alone. */
  keptId: z.string().optional(),
});

/** What is in the form of an order. */
export const orderSchema = z.object({
  items: z.array(item).min(1),
  beneficiaryId: neededChoice,
  unitId: z.string().nullable(),
  startOn: z.string().nullable(),
  reason: needed,
});
export type OrderValues = z.output<typeof orderSchema>;
export type ItemValues = OrderValues['items'][number];

/** Kinds of items for which one chooses a plan and a quantity, and fills in the form of the service. */
export const isChosen = (kind: OrderKind): boolean => kind === 'SUBSCRIBE' || kind === 'CHANGE';

export function newItem(slug: string, given: Partial<ItemValues> = {}): ItemValues {
  const empty = { planId: '', quantity: 1, limits: {}, subscriptionId: null, answers: {}, serviceVersionId: null };
  return { kind: 'SUBSCRIBE', slug, ...empty, ...given };
}

/** Whether the server can read every item. */
function isWhole({ items, beneficiaryId }: OrderValues): boolean {
  const isOne = ({ planId, quantity }: ItemValues) =>
    planId !== '' && Number.isInteger(quantity) && quantity >= 1 && quantity <= 100_000;
  return Boolean(beneficiaryId) && items.length > 0 && items.every(isOne);
}

/** Whether all of it is about what somebody has already, and so for them. */
export const isLive = ({ items }: Pick<OrderValues, 'items'>): boolean =>
  items.every(({ kind }) => kind !== 'SUBSCRIBE');

/** As the server is asked, null while it could not read it; of person and unit nothing where the server finds them. */
export function wholeInput(values: OrderValues): DraftOrderInput | null {
  if (!isWhole(values)) return null;
  const { items, unitId, beneficiaryId, ...rest } = values;
  const head = { ...rest, ...(unitId && { unitId }), ...(!isLive(values) && { beneficiaryId }) };
  return { ...head, items: items.map(itemInput) };
}

function itemInput(item: ItemValues): OrderItemInput {
  const { kind, planId, quantity, limits, subscriptionId, answers, serviceVersionId } = item;
  if (!isChosen(kind)) return { kind, subscriptionId };
  const wanted = { kind, subscriptionId, planId, quantity, limits: limitsOfValues(limits) };
  return { ...wanted, ...(serviceVersionId && { answers, serviceVersionId }) };
}
