import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
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
import { Refused } from '../ui/refused';
import { TextField } from '../ui/text-field';
import { useNarrow } from '../ui/use-narrow';
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
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      planId:
        draft?.items[0]?.plan.id ??
        offered.find(({ id }) => id === plan)?.id ??
        (offered.length === 1 ? offered[0]!.id : ''),
      quantity: draft?.items[0]?.quantity ?? 1,
      beneficiaryId: draft?.beneficiary.id ?? viewer.person.id,
      unitId: draft?.unit.id ?? payingUnit(viewer),
      reason: draft?.reason ?? '',
    },
  });
  const saved = useSavedDraft(form, draft, (id) => void changeUrl({ search: { draft: id }, replace: true }));
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
      throw error;
    }
    await navigate({ to: '/orders/$id', params: { id: order.id } });
  };

  const summary = (
    <QuoteSummary quote={quote} quantity={values.quantity} plan={offered.find(({ id }) => id === values.planId)} />
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
            <NumberField
              name="quantity"
              label={t('orders.form.quantity')}
              min={1}
              max={100_000}
              decimals={0}
              required
            />
            <PersonField
              name="beneficiaryId"
              label={t('orders.form.beneficiary')}
              initial={draft?.beneficiary ?? viewer.person}
              required
            />
          </FieldRow>
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

/** One's own unit, else the one for which one orders. */
function payingUnit({ person, roles }: Viewer): string | null {
  const ordersFor = roles.find(({ role, scopeKind }) => role === 'REQUESTER' && scopeKind === 'UNIT');
  return person.unit?.id ?? ordersFor?.scopeId ?? null;
}
