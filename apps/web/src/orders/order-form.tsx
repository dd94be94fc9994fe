import { answeredQuantity, checkAnswers, type Answers } from '@accord/domain';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useEffectEvent } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import type { OrderDraftQuery } from '../generated/graphql';
import { AddService } from './add-service';
import { answerErrors } from './form/answer-errors';
import { OrderFrame } from './order-frame';
import { OrderHeadFields } from './order-head-fields';
import { OrderItemFields } from './order-item-fields';
import { onItsItem } from './on-its-item';
import { isChosen, isLive, newItem, orderSchema, wholeInput, type OrderValues } from './order-values';
import { QuoteSummary } from './quote-summary';
import { useDraftedOrder } from './use-drafted-order';
import { formOf, type OrderableService } from './use-order-services';

export type OrderDraft = NonNullable<OrderDraftQuery['order']>;

type Props = {
  /** By slug, of the items; grows as items are added. */
  services: ReadonlyMap<string, OrderableService>;
  /** What the form begins with: the draft's, or what was chosen before. */
  begin: OrderValues;
  beneficiary: { id: string; name: string };
  draft: OrderDraft | null;
  /** What one comes from is kept apart from other orders that are begun. */
  place: string;
  onDraft: (id: string) => void;
  onSlugs: (slugs: string[]) => void;
};

/** The order on the left, item by item; what it would cost and who decides beside it. The draft saves itself. */
export function OrderForm({ services, begin, beneficiary, draft, place, onDraft, onSlugs }: Props) {
  const { t } = useTranslation();
  const form = useForm<OrderValues, unknown, OrderValues>({
    resolver: async (values, context, options) => {
      const { errors, values: whole } = await zodResolver(orderSchema)(values, context, options as never);
      const items = values.items.map(({ kind, slug, answers }, i) => {
        // Who had it before there was a form goes on without.
        const isAsked = kind === 'SUBSCRIBE' || (isChosen(kind) && Object.keys(answers).length > 0);
        const wrong = isAsked ? answerErrors(formOf(services.get(slug)), answers as Answers, t) : {};
        return { ...errors.items?.[i], ...(Object.keys(wrong).length > 0 && { answers: wrong }) };
      });
      const isWrong = items.some((item) => Object.keys(item).length > 0);
      if (!isWrong && Object.keys(errors).length === 0) return { values: whole as OrderValues, errors: {} };
      return { values: {}, errors: { ...errors, ...(isWrong && { items: items as never }) } };
    },
    defaultValues: begin,
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'items', keyName: 'rowId' });
  const { values, quote, stale, frame } = useDraftedOrder({
    form,
    inputOf: wholeInput,
    begunWith: draft,
    onFirst: onDraft,
    begunAt: place,
    place: onItsItem,
  });
  const slugs = values.items.map(({ slug }) => slug);
  const slugWords = slugs.join();
  const tellSlugs = useEffectEvent(() => onSlugs(slugs));
  useEffect(() => tellSlugs(), [slugWords]);
  const quoted = quote.data?.quoteOrder.items;

  return (
    <OrderFrame
      {...frame}
      submit={t('orders.form.submit')}
      cancel={
        <LinkButton to="/catalog" variant="default">
          {t('orders.form.toCatalog')}
        </LinkButton>
      }
      summary={<QuoteSummary quote={quote} asked={askedItems(values, services)} />}
    >
      {fields.map(({ rowId }, i) => (
        <OrderItemFields
          key={rowId}
          place={i}
          service={services.get(values.items[i]?.slug ?? '')}
          kept={draft?.items.find(({ id }) => id === values.items[i]?.keptId)}
          isStale={stale[i] ?? false}
          quoted={quoted?.length === fields.length ? quoted[i] : undefined}
          onRemove={fields.length > 1 ? () => remove(i) : null}
        />
      ))}
      <AddService onAdd={(slug) => append(newItem(slug), { shouldFocus: false })} />
      <OrderHeadFields beneficiary={beneficiary} isLive={isLive(values)} />
    </OrderFrame>
  );
}

/** How the items are called and how often they are wanted, as an answer may say. */
function askedItems({ items }: OrderValues, services: Props['services']) {
  return items.map(({ slug, kind, answers, quantity }) => {
    const service = services.get(slug);
    const form = formOf(service);
    const counted = answeredQuantity(form, checkAnswers(form, answers as Answers));
    return { kind, name: service?.name ?? '', quantity: counted ?? quantity };
  });
}
