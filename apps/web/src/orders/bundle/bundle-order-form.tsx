import type { OrderForm } from '@accord/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { useViewer } from '../../app/session';
import type { BundleOnPage } from '../../catalog/bundle-page';
import { AnswerFields } from '../form/answer-fields';
import type { OrderDraft } from '../order-form';
import { OrderFrame } from '../order-frame';
import { OrderHeadFields } from '../order-head-fields';
import { payingUnit } from '../paying-unit';
import { QuoteSummary } from '../quote-summary';
import { useDraftedOrder } from '../use-drafted-order';
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
  const { values, quote, frame } = useDraftedOrder<BundleValues>({
    form,
    inputOf: (given) => bundleInput(bundle, given),
    begunWith: draft,
    onFirst: onDraft,
    begunAt: `bundle:${bundle.id}`,
    place: (refusal, given) => atItsPart(bundle, given, refusal),
  });
  const asked = chosenOrder(bundle, values).items.map(({ part, quantity }) => {
    const { name } = bundle.parts.find(({ key }) => key === part)!.service;
    return { kind: 'SUBSCRIBE' as const, name, quantity };
  });

  return (
    <OrderFrame
      {...frame}
      submit={t('orders.form.submit')}
      cancel={
        <LinkButton to="/catalog/bundles/$slug" params={{ slug: bundle.slug }} variant="default">
          {t('bundles.back')}
        </LinkButton>
      }
      summary={<QuoteSummary quote={quote} asked={asked} tellsOfItems />}
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
