import type { OrderForm } from '@accord/domain';
import { useEffect, useEffectEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { useViewer } from '../../app/session';
import type { BundleOnPage } from '../../catalog/bundle-page';
import { useKeptDraft } from '../../ui/use-kept-draft';
import { AnswerFields } from '../form/answer-fields';
import type { OrderDraft } from '../order-form';
import { OrderFrame } from '../order-frame';
import { OrderHeadFields } from '../order-head-fields';
import { payingUnit } from '../paying-unit';
import { QuoteSummary } from '../quote-summary';
import { useQuote } from '../use-quote';
import { useSavedDraft } from '../use-saved-draft';
import { useSendOrder } from '../use-send-order';
import { atItsPart, bundleErrors, bundleInput, bundleValues, chosenOrder, type BundleValues } from './bundle-choice';
import own from './bundle-order.module.css';
import { BundlePartFields } from './bundle-part-fields';

type Props = { bundle: BundleOnPage; draft: OrderDraft | null; onDraft: (id: string) => void };

/** What is asked once, the parts with what only they ask, for whom and why; what it costs stands beside it. */
export function BundleOrderForm({ bundle, draft, onDraft }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const form = useForm<BundleValues, unknown, BundleValues>({
    resolver: (values) => {
      const errors = {
        ...bundleErrors(bundle, values, t),
        ...(values.reason.trim() === '' && { reason: { type: 'required', message: t('ui.form.required') } }),
        ...(!values.beneficiaryId && { beneficiaryId: { type: 'required', message: t('ui.form.required') } }),
      };
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors: nested(errors) };
    },
    defaultValues: bundleValues(bundle, draft, { beneficiaryId: viewer.person.id, unitId: payingUnit(viewer) }),
  });
  const inputOf = (values: BundleValues) => bundleInput(bundle, values);
  const saved = useSavedDraft({ form, inputOf, begunWith: draft, onFirst: onDraft });
  const kept = useKeptDraft(form, `order:${saved.id ?? `bundle:${bundle.id}`}`);
  const forgetSaved = useEffectEvent(() => kept.forget());
  useEffect(() => forgetSaved(), [saved.version]);
  const values = useWatch({ control: form.control }) as BundleValues;
  const { quote, underWay } = useQuote(inputOf(values), saved.version);
  const send = useSendOrder<BundleValues>({
    saved,
    quote,
    forget: kept.forget,
    place: (refusal, given) => atItsPart(bundle, given, refusal),
  });
  const asked = chosenOrder(bundle, values).items.map(({ part, quantity }) => {
    const { name } = bundle.parts.find(({ key }) => key === part)!.service;
    return { kind: 'SUBSCRIBE' as const, name, quantity };
  });

  return (
    <OrderFrame
      form={form}
      submit={t('orders.form.submit')}
      waiting={underWay}
      onSubmit={send}
      cancel={
        <LinkButton to="/catalog/bundles/$slug" params={{ slug: bundle.slug }} variant="default">
          {t('bundles.back')}
        </LinkButton>
      }
      summary={<QuoteSummary quote={quote} asked={asked} tellsOfItems />}
      saved={saved.words}
    >
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
      <OrderHeadFields beneficiary={draft?.beneficiary ?? viewer.person} />
    </OrderFrame>
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
