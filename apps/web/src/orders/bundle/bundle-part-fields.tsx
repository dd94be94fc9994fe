import { checkAnswers, type OrderForm } from '@accord/domain';
import { useTranslation } from 'react-i18next';
import type { BundleOnPage } from '../../catalog/bundle-page';
import { priceWords } from '../../catalog/price-words';
import { CheckboxField } from '../../ui/checkbox-field';
import { NumberField } from '../../ui/number-field';
import { AnswerFields } from '../form/answer-fields';
import { LimitFields } from '../limit-fields';
import { givenTo, type BundleValues } from './bundle-choice';
import classes from './bundle-order.module.css';

type Props = { bundle: BundleOnPage; part: BundleOnPage['parts'][number]; values: BundleValues };

/** One part: whether it is wanted, how often, and what only it asks. */
export function BundlePartFields({
  bundle,
  part: { key, required, most, limits, refusal, service, plan },
  values,
}: Props) {
  const { t } = useTranslation();
  const { name } = service;
  const form = (service.orderForm?.form ?? null) as OrderForm | null;
  const own = values.parts[key];
  const given = givenTo(bundle, values, key);
  const left = form
    ? checkAnswers(form, { ...own?.answers, ...given }).asked.filter((field) => !Object.hasOwn(given, field.name))
    : [];
  const prices = plan.prices.map((price) => `${price.label}: ${priceWords(price, plan.currency)}`).join(' · ');
  return (
    <section className={classes.part} aria-label={name}>
      <h2 className={classes.name}>{name}</h2>
      <p className="quiet">{[plan.name, prices || t('catalog.price.free')].join(' · ')}</p>
      {refusal ? (
        <p>{refusal}</p>
      ) : (
        <>
          {!required && <CheckboxField name={`parts.${key}.chosen`} label={t('bundles.add', { name })} />}
          {own?.chosen && (
            <>
              {most !== null && (
                <NumberField
                  name={`parts.${key}.quantity`}
                  label={t('bundles.howMany')}
                  min={1}
                  max={most}
                  whole
                  required
                />
              )}
              <LimitFields
                at={`parts.${key}.limits`}
                plan={plan}
                said={[...limits.map(({ unitName }) => unitName), ...Object.keys(form?.limitFields ?? {})]}
              />
              {form && left.length > 0 && <AnswerFields form={form} at={`parts.${key}.answers`} given={given} />}
            </>
          )}
        </>
      )}
    </section>
  );
}
