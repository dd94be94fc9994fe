import { ActionIcon, Alert, Skeleton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { OrderDraftQuery, QuoteOrderQuery } from '../generated/graphql';
import { NumberField } from '../ui/number-field';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { fieldId } from '../ui/use-field';
import { AnswerFields } from './form/answer-fields';
import { FormChanges } from './form/form-changes';
import { useChangedForm } from './form/use-changed-form';
import { LimitFields } from './limit-fields';
import { KindBadge } from './kind-badge';
import { MonthlyChange } from './monthly-change';
import classes from './order-items.module.css';
import { isChosen, type OrderValues } from './order-values';
import { PlanField } from './plan-field';
import { SubscriptionWords } from './subscription-words';
import { formOf, offeredPlans, type OrderableService } from './use-order-services';

export type DraftItem = NonNullable<OrderDraftQuery['order']>['items'][number];
export type QuotedItem = QuoteOrderQuery['quoteOrder']['items'][number];

type Props = {
  place: number;
  service: OrderableService | undefined;
  /** As it was kept, where it was. */
  kept: DraftItem | undefined;
  /** Whether the server has a newer form. */
  isStale: boolean;
  quoted: QuotedItem | undefined;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

/** One item of the order: the service, what of it, and what it changes. What would be refused of it stands here. */
export function OrderItemFields({ place, service, onRemove, ...rest }: Props) {
  const { t } = useTranslation();
  const kind = useWatch<OrderValues>({ name: `items.${place}.kind` }) as OrderValues['items'][number]['kind'];
  const { getFieldState, formState } = useFormContext<OrderValues>();
  const error = getFieldState(`items.${place}.slug`, formState).error?.message;
  return (
    <section
      className={classes.item}
      aria-label={service?.name}
      id={fieldId(`items.${place}.slug`)}
      tabIndex={-1}
      data-many={onRemove !== null || undefined}
    >
      {(onRemove || kind !== 'SUBSCRIBE') && (
        <div className={classes.head}>
          <div>
            {service && (
              <TextLink to="/catalog/$slug" params={{ slug: service.slug }} fw={600}>
                {service.name}
              </TextLink>
            )}{' '}
            <KindBadge kind={kind} />
          </div>
          <div className={classes.end}>
            {rest.quoted && <MonthlyChange cost={rest.quoted.cost} />}
            {onRemove && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('orders.form.remove', { name: service?.name ?? '' })}
                onClick={onRemove}
              >
                <IconTrash size={17} stroke={1.6} />
              </ActionIcon>
            )}
          </div>
        </div>
      )}
      {error && <Alert color="red">{error}</Alert>}
      {!error && <Refusals refusals={rest.quoted?.refusals ?? []} />}
      {service ? <Fields place={place} kind={kind} service={service} {...rest} /> : <Skeleton height={96} />}
    </section>
  );
}

const HINTS: ReadonlySet<string> = new Set(['NOTHING_CHANGES', 'LIMIT_MISSING']);

/** What would be refused now; that nothing changes yet, or nobody has said how much to set aside, is where everybody begins. */
function Refusals({ refusals }: { refusals: QuotedItem['refusals'] }) {
  const { t } = useTranslation();
  const hints = refusals.filter(({ code }) => HINTS.has(code));
  const wrong = refusals.filter(({ code }) => !HINTS.has(code));
  return (
    <>
      {hints.map(({ message }) => (
        <p key={message} className="quiet">
          {message}
        </p>
      ))}
      {wrong.length > 0 && (
        <div>
          <p>{t('orders.form.itemRefused')}</p>
          <RefusalPanel refused={new Refused(wrong)} />
        </div>
      )}
    </>
  );
}

type FieldsProps = Omit<Props, 'onRemove' | 'service'> & {
  kind: OrderValues['items'][number]['kind'];
  service: OrderableService;
};

function Fields({ place, kind, service, kept, isStale }: FieldsProps) {
  const { t } = useTranslation();
  const { getValues, setValue } = useFormContext<OrderValues>();
  // Who had it before there was a form goes on without.
  const [hadNone] = useState(
    () => kind === 'CHANGE' && Object.keys(getValues(`items.${place}.answers`) ?? {}).length === 0,
  );
  const form = hadNone ? null : formOf(service);
  const offered = offeredPlans(service);
  const subscriptionId = useWatch<OrderValues>({ name: `items.${place}.subscriptionId` }) as string | null;
  const changes = kept?.formChanges.map(({ sentence }) => sentence) ?? [];
  const told = useChangedForm(place, service, changes, isStale);
  const planId = useWatch<OrderValues>({ name: `items.${place}.planId` }) as string;
  const plan = offered.find(({ id }) => id === planId);
  const words = new Map(kept?.answered.map(({ field, texts }) => [field, texts]));
  // The only plan there is needs no choice.
  const choose = useEffectEvent(() => {
    if (getValues(`items.${place}.planId`) === '' && offered.length === 1)
      setValue(`items.${place}.planId`, offered[0]!.id);
  });
  useEffect(() => choose(), [service.id]);
  return (
    <>
      {subscriptionId && kind !== 'SUBSCRIBE' && <SubscriptionWords id={subscriptionId} kind={kind} />}
      {isChosen(kind) && (
        <>
          <PlanField name={`items.${place}.planId`} label={t('orders.form.plan')} plans={offered} />
          {!form?.quantityField && (
            <NumberField
              name={`items.${place}.quantity`}
              label={t('orders.form.quantity')}
              min={1}
              max={100_000}
              whole
              required
            />
          )}
          {plan && <LimitFields at={`items.${place}.limits`} plan={plan} said={Object.keys(form?.limitFields ?? {})} />}
          <FormChanges sentences={told} />
          {form && <AnswerFields form={form} at={`items.${place}.answers`} words={words} />}
        </>
      )}
    </>
  );
}
