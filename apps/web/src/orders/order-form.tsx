import type { Answers } from '@accord/domain';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { operationName } from '../app/query';
import { useAct } from '../app/use-act';
import { QuoteOrderDocument, SubmitOrderDocument, type OrderDraftQuery } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { Refused } from '../ui/refused';
import { useKeptDraft } from '../ui/use-kept-draft';
import { useNarrow } from '../ui/use-narrow';
import { AddService } from './add-service';
import { answerErrors } from './form/answer-errors';
import { OrderHeadFields } from './order-head-fields';
import { OrderItemFields } from './order-item-fields';
import { onItsItem } from './on-its-item';
import { isChosen, newItem, orderSchema, type OrderValues } from './order-values';
import classes from './orders.module.css';
import { QuoteSummary } from './quote-summary';
import { formOf, type OrderableService } from './use-order-services';
import { useQuote } from './use-quote';
import { useSavedDraft } from './use-saved-draft';

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
  const client = useQueryClient();
  const navigate = useNavigate();
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
  const saved = useSavedDraft(form, draft, onDraft);
  const kept = useKeptDraft(form, `order:${saved.id ?? place}`);
  const forgetSaved = useEffectEvent(() => kept.forget());
  useEffect(() => forgetSaved(), [saved.version]);
  // What one commits to stands before the button, also where there is no room beside.
  const narrow = useNarrow();
  const submit = useAct(SubmitOrderDocument);
  const values = useWatch({ control: form.control }) as OrderValues;
  const slugs = values.items.map(({ slug }) => slug);
  const slugWords = slugs.join();
  const tellSlugs = useEffectEvent(() => onSlugs(slugs));
  useEffect(() => tellSlugs(), [slugWords]);
  const { quote, underWay } = useQuote(values, saved.version);
  const quoted = quote.data?.quoteOrder.items;

  const send = async (given: OrderValues) => {
    const order = await saved.save(given);
    try {
      // What one saw is what one signs: the plan may have changed while the form stood open.
      if (order.cost?.total.amount !== quote.data?.quoteOrder.cost.total.amount)
        throw new Refused([{ code: 'PRICE_CHANGED', field: [], message: t('orders.form.priceChanged') }]);
      await submit.mutateAsync({ id: order.id, version: order.version });
    } catch (error) {
      await saved.renew();
      await client.invalidateQueries({ queryKey: [operationName(QuoteOrderDocument)] });
      throw error instanceof Refused ? new Refused(error.refusals.map(onItsItem)) : error;
    }
    kept.forget();
    await navigate({ to: '/orders/$id', params: { id: order.id } });
  };

  const summary = <QuoteSummary quote={quote} values={values} services={services} />;
  return (
    <div className={classes.form}>
      <Panel>
        <FormPage
          form={form}
          submit={t('orders.form.submit')}
          waiting={underWay}
          onSubmit={send}
          cancel={
            <LinkButton to="/catalog" variant="default">
              {t('orders.form.toCatalog')}
            </LinkButton>
          }
        >
          {fields.map(({ rowId }, i) => (
            <OrderItemFields
              key={rowId}
              place={i}
              service={services.get(values.items[i]?.slug ?? '')}
              kept={draft?.items.find(({ id }) => id === values.items[i]?.keptId)}
              isStale={saved.stale[i] ?? false}
              quoted={quoted?.length === fields.length ? quoted[i] : undefined}
              onRemove={fields.length > 1 ? () => remove(i) : null}
            />
          ))}
          <AddService onAdd={(slug) => append(newItem(slug), { shouldFocus: false })} />
          <OrderHeadFields beneficiary={beneficiary} />
          {narrow && summary}
          <p className={classes.saved} role="status">
            {saved.words}
          </p>
        </FormPage>
      </Panel>
      {!narrow && <div className={classes.sticky}>{summary}</div>}
    </div>
  );
}
