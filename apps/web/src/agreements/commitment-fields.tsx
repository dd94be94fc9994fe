import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ServiceField } from '../catalog/service-field';
import {
  ComparatorCodes,
  IndicatorKindCodes,
  WindowKindCodes,
  type FullTermsFragment,
  type IndicatorKind,
} from '../generated/graphql';
import { FieldRow } from '../ui/field-row';
import { NameAndSlug } from '../ui/name-and-slug';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import classes from './agreement.module.css';
import { CalendarField } from './calendar-field';
import { CreditFields } from './credit-fields';
import { IndicatorFields } from './indicator-fields';
import { JudgingFields } from './judging-fields';
import { UnderpinningFields } from './underpinning-fields';

/** The fields of a commitment in four groups, in the order in which one thinks of them. */
export function CommitmentFields({
  currency,
  known,
}: {
  currency: string;
  /** As the draft has it; null for a new one. */
  known: FullTermsFragment | null;
}) {
  const { t } = useTranslation();
  const kind = useWatch({ name: 'kind' }) as IndicatorKind;
  return (
    <>
      <ServiceField
        name="serviceId"
        label={t('catalog.service')}
        initial={known?.commitment.service ?? null}
        disabled={known !== null}
        required
      />
      {known ? (
        <TextField name="name" label={t('people.name')} required />
      ) : (
        <NameAndSlug label={t('people.name')} placeholder={t('agreements.nameExample')} />
      )}
      <section className={classes.group}>
        <h3>{t('agreements.group.measured')}</h3>
        <FieldRow>
          <SelectField
            name="kind"
            label={t('agreements.indicator')}
            options={IndicatorKindCodes.map((value) => ({ value, label: t(`agreements.indicatorKind.${value}`) }))}
            required
          />
        </FieldRow>
        <IndicatorFields kind={kind} />
      </section>
      <section className={classes.group}>
        <h3>{t('agreements.group.promised')}</h3>
        <FieldRow>
          {kind !== 'PERCENTILE' && (
            <>
              <SelectField
                name="comparator"
                label={t('agreements.comparator')}
                options={ComparatorCodes.map((value) => ({ value, label: t(`agreements.comparatorKind.${value}`) }))}
                required
              />
              <NumberField name="target" label={t('agreements.target')} suffix="%" exact required />
            </>
          )}
          <SelectField
            name="window"
            label={t('agreements.windowLabel')}
            options={WindowKindCodes.map((value) => ({ value, label: t(`agreements.windowKind.${value}`) }))}
            required
          />
          <CalendarField
            name="calendarId"
            label={t('agreements.calendar')}
            description={t('agreements.calendarHint')}
            required
          />
        </FieldRow>
        <TextField name="windowText" label={t('agreements.windowText')} description={t('agreements.windowTextHint')} />
      </section>
      <section className={classes.group}>
        <h3>{t('agreements.group.judged')}</h3>
        <JudgingFields />
      </section>
      <section className={classes.group}>
        <UnderpinningFields
          own={known?.commitment.id ?? null}
          known={(known?.underpinnedBy ?? []).flatMap(({ commitments }) => commitments)}
        />
      </section>
      <section className={classes.group}>
        <h3>{t('agreements.group.credit')}</h3>
        <CreditFields currency={currency} />
      </section>
    </>
  );
}
