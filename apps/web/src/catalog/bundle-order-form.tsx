import type { OrderForm } from '@accord/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { operationName } from '../app/query';
import { request } from '../app/request';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import {
  ChangeOrderDraftDocument,
  DraftOrderDocument,
  OrdersDocument,
  QuoteOrderDocument,
  SubmitOrderDocument,
} from '../generated/graphql';
import { AnswerFields } from '../orders/form/answer-fields';
import classes from '../orders/orders.module.css';
import { payingUnit } from '../orders/paying-unit';
import { useSettled } from '../orders/use-settled';
import { PersonField } from '../people/person-field';
import { UnitField } from '../people/unit-field';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { Refused } from '../ui/refused';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { useNarrow } from '../ui/use-narrow';
import { atItsPart, bundleErrors, itemsOf, type BundleValues } from './bundle-choice';
import own from './bundle-order.module.css';
import { BundlePartFields } from './bundle-part-fields';
import type { BundleOnPage } from './bundle-page';
import { BundleQuote } from './bundle-quote';

/** What is asked once, the parts with what only they ask, for whom and why; what it costs stands beside it. */
export function BundleOrderForm({ bundle }: { bundle: BundleOnPage }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const form = useForm<BundleValues, unknown, BundleValues>({
    resolver: (values) => {
      const errors = {
        ...bundleErrors(bundle, values, t),
        ...(values.reason.trim() === '' && { reason: { type: 'required', message: t('ui.form.required') } }),
        ...(!values.beneficiaryId && { beneficiaryId: { type: 'required', message: t('ui.form.required') } }),
      };
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors: nested(errors) };
    },
    defaultValues: {
      answers: {},
      parts: Object.fromEntries(
        bundle.parts.map(({ key, required, quantity }) => [key, { chosen: required, quantity, answers: {} }]),
      ),
      beneficiaryId: viewer.person.id,
      unitId: payingUnit(viewer),
      reason: '',
    },
  });
  const kept = useKeptDraft(form, `bundle:${bundle.id}`);
  const values = useWatch({ control: form.control }) as BundleValues;
  const { beneficiaryId, unitId } = values;
  const wanted = { items: itemsOf(bundle, values), beneficiaryId, unitId, reason: '' };
  const input = useSettled(wanted);
  const quote = useQuery({
    queryKey: [operationName(QuoteOrderDocument), input],
    queryFn: ({ signal }) => request(QuoteOrderDocument, { input }, signal),
    enabled: Boolean(input.beneficiaryId),
    retry: false,
  });
  const settling = JSON.stringify(input) !== JSON.stringify(wanted);
  const draft = useAct(DraftOrderDocument, { changes: [OrdersDocument] });
  const change = useAct(ChangeOrderDraftDocument, { changes: [OrdersDocument] });
  const submit = useAct(SubmitOrderDocument);
  // What was refused stays a draft, and is changed the next time.
  const drafted = useRef<{ id: string; version: number } | null>(null);

  const send = async (given: BundleValues) => {
    const order = { ...wanted, items: itemsOf(bundle, given), reason: given.reason };
    try {
      const { id, version } = drafted.current ?? { id: null, version: 0 };
      const { unitId: payer, ...rest } = order;
      const answer = id
        ? (await change.mutateAsync({ id, version, input: { ...rest, ...(payer && { unitId: payer }) } }))
            .changeOrderDraft
        : (await draft.mutateAsync({ input: order })).draftOrder;
      drafted.current = answer.order!;
      // What one saw is what one signs.
      if (answer.order!.cost?.total.amount !== quote.data?.quoteOrder.cost.total.amount)
        throw new Refused([{ code: 'PRICE_CHANGED', field: [], message: t('bundles.priceChanged') }]);
      await submit.mutateAsync({ id: answer.order!.id, version: answer.order!.version });
    } catch (error) {
      await client.invalidateQueries({ queryKey: [operationName(QuoteOrderDocument)] });
      throw error instanceof Refused
        ? new Refused(error.refusals.map((refusal) => atItsPart(bundle, given, refusal)))
        : error;
    }
    kept.forget();
    await navigate({ to: '/orders/$id', params: { id: drafted.current.id } });
  };

  const summary = <BundleQuote quote={quote} bundle={bundle} values={values} />;
  return (
    <div className={classes.form}>
      <Panel>
        <FormPage
          form={form}
          submit={t('bundles.submit')}
          waiting={settling || (quote.isPending && quote.fetchStatus === 'fetching')}
          onSubmit={send}
          cancel={
            <LinkButton to="/catalog/bundles/$slug" params={{ slug: bundle.slug }} variant="default">
              {t('bundles.back')}
            </LinkButton>
          }
        >
          <PersonField name="beneficiaryId" label={t('orders.form.beneficiary')} initial={viewer.person} required />
          {bundle.form !== null && (
            <section className={own.part} aria-label={t('bundles.shared')}>
              <h2 className={own.name}>{t('bundles.shared')}</h2>
              <p className="quiet">{t('bundles.sharedWords')}</p>
              <AnswerFields form={bundle.form as OrderForm} />
            </section>
          )}
          {bundle.parts.map((part) => (
            <BundlePartFields key={part.key} bundle={bundle} part={part} values={values} />
          ))}
          <UnitField name="unitId" label={t('orders.form.unit')} description={t('orders.form.unitHint')} />
          <TextField
            name="reason"
            label={t('orders.reason')}
            description={t('orders.form.reasonHint')}
            rows={3}
            required
          />
          {narrow && summary}
        </FormPage>
      </Panel>
      {!narrow && <div className={classes.sticky}>{summary}</div>}
    </div>
  );
}

/** `{ 'parts.laptop.answers.system': fault }` as the form keeps it. */
function nested(errors: Record<string, object>): object {
  const whole: Record<string, never> = {};
  for (const [name, fault] of Object.entries(errors)) {
    const path = name.split('.');
    const last = path.pop()!;
    let at: Record<string, never> = whole;
    for (const step of path) at = at[step] ??= {} as never;
    at[last] = fault as never;
  }
  return whole;
}
