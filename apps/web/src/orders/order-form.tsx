import {
  answeredQuantity,
  checkAnswers,
  fittingAnswers,
  type Answers,
  type OrderForm as ServiceForm,
} from '@accord/domain';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, neededChoice } from '../app/field-rules';
import { LinkButton } from '../app/link-button';
import { operationName } from '../app/query';
import { useViewer, type Viewer } from '../app/session';
import { useAct } from '../app/use-act';
import { QuoteOrderDocument, SubmitOrderDocument } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { UnitField } from '../people/unit-field';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { NumberField } from '../ui/number-field';
import { Panel } from '../ui/panel';
import { Refused, type Refusal } from '../ui/refused';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { useNarrow } from '../ui/use-narrow';
import { answerErrors } from './form/answer-errors';
import { AnswerFields } from './form/answer-fields';
import { FormChanges } from './form/form-changes';
import { useChangedForm } from './form/use-changed-form';
import type { OrderableService, OrderDraft } from './order-form-page';
import classes from './orders.module.css';
import { PlanField } from './plan-field';
import { QuoteSummary } from './quote-summary';
import { useQuote } from './use-quote';
import { useSavedDraft } from './use-saved-draft';

const schema = z.object({
  planId: neededChoice,
  quantity: z
    .int('orders.form.quantityRange')
    .min(1, 'orders.form.quantityRange')
    .max(100_000, 'orders.form.quantityRange'),
  beneficiaryId: neededChoice,
  unitId: z.string().nullable(),
  reason: needed,
  answers: z.record(z.string(), z.unknown()),
  serviceVersionId: z.string().nullable(),
});
export type OrderValues = z.output<typeof schema>;

const route = getRouteApi('/shell/catalog/$slug/order');
type Props = { service: OrderableService; draft: OrderDraft | null };

/** The order on the left, what it would cost and who decides beside it. The draft saves itself. */
export function OrderForm({ service, draft }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useQueryClient();
  const { plan } = route.useSearch();
  const changeUrl = route.useNavigate();
  const navigate = useNavigate();
  const offered = service.plans.filter(({ endedAt }) => endedAt === null);
  const asked = (service.orderForm?.form ?? null) as ServiceForm | null;
  const [item] = draft?.items ?? [];
  const form = useForm<OrderValues, unknown, OrderValues>({
    resolver: async (values, context, options) => {
      const answers = answerErrors(asked, values.answers, t);
      const { errors, values: whole } = await zodResolver(schema)(values, context, options as never);
      if (Object.keys(answers).length === 0 && Object.keys(errors).length === 0)
        return { values: whole as OrderValues, errors: {} };
      return {
        values: {},
        errors: { ...errors, ...(Object.keys(answers).length > 0 && { answers: answers as never }) },
      };
    },
    defaultValues: {
      planId:
        draft?.items[0]?.plan.id ??
        offered.find(({ id }) => id === plan)?.id ??
        (offered.length === 1 ? offered[0]!.id : ''),
      quantity: draft?.items[0]?.quantity ?? 1,
      beneficiaryId: draft?.beneficiary.id ?? viewer.person.id,
      unitId: draft?.unit.id ?? payingUnit(viewer),
      reason: draft?.reason ?? '',
      answers: { ...fittingAnswers(asked, (item?.answers ?? {}) as Answers) },
      serviceVersionId: service.orderForm?.serviceVersionId ?? null,
    },
  });
  const saved = useSavedDraft(form, draft, (id) => void changeUrl({ search: { draft: id }, replace: true }));
  const kept = useKeptDraft(form, `order:${service.id}:${saved.id ?? 'new'}`);
  const forgetSaved = useEffectEvent(() => kept.forget());
  useEffect(() => forgetSaved(), [saved.version]);
  const changes = item?.formChanges.map(({ sentence }) => sentence) ?? [];
  const told = useChangedForm(form, service, changes, saved.isStale);
  const words = new Map(item?.answered.map(({ field, texts }) => [field, texts]));
  // What one commits to stands before the button, also where there is no room beside.
  const narrow = useNarrow();
  const submit = useAct(SubmitOrderDocument);
  const values = useWatch({ control: form.control }) as OrderValues;
  const { quote, underWay } = useQuote(values, saved.version);

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
      throw error instanceof Refused ? new Refused(error.refusals.map(atItsField)) : error;
    }
    await navigate({ to: '/orders/$id', params: { id: order.id } });
  };

  const summary = (
    <QuoteSummary
      quote={quote}
      quantity={quantityOf(asked, values)}
      plan={offered.find(({ id }) => id === values.planId)}
    />
  );
  return (
    <div className={classes.form}>
      <Panel>
        <FormPage
          form={form}
          submit={t('orders.form.submit')}
          waiting={underWay}
          onSubmit={send}
          cancel={
            <LinkButton to="/catalog/$slug" params={{ slug: service.slug }} variant="default">
              {t('orders.form.back')}
            </LinkButton>
          }
        >
          <PlanField name="planId" label={t('orders.form.plan')} plans={offered} />
          <FieldRow>
            {!asked?.quantityField && (
              <NumberField name="quantity" label={t('orders.form.quantity')} min={1} max={100_000} whole required />
            )}
            <PersonField
              name="beneficiaryId"
              label={t('orders.form.beneficiary')}
              initial={draft?.beneficiary ?? viewer.person}
              required
            />
          </FieldRow>
          <FormChanges sentences={told} />
          {asked && <AnswerFields form={asked} words={words} />}
          <UnitField name="unitId" label={t('orders.form.unit')} description={t('orders.form.unitHint')} />
          <TextField
            name="reason"
            label={t('orders.reason')}
            description={t('orders.form.reasonHint')}
            rows={3}
            required
          />
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

/** How much is ordered, where an answer says it or a field of its own. */
function quantityOf(form: ServiceForm | null, { answers, quantity }: OrderValues): number {
  return answeredQuantity(form, checkAnswers(form, answers)) ?? quantity;
}

/** An order of one item: what is said of that item belongs to a field of this page. */
function atItsField({ field, ...refusal }: Refusal): Refusal {
  return { ...refusal, field: field[0] === 'items' ? field.slice(2) : field };
}

/** One's own unit, else the one for which one orders. */
function payingUnit({ person, roles }: Viewer): string | null {
  const ordersFor = roles.find(({ role, scopeKind }) => role === 'REQUESTER' && scopeKind === 'UNIT');
  return person.unit?.id ?? ordersFor?.scopeId ?? null;
}
