import { useTranslation } from 'react-i18next';
import { ExcludedTimeCodes, MissingDataCodes } from '../generated/graphql';
import { CheckboxField } from '../ui/checkbox-field';
import { FieldRow } from '../ui/field-row';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';

/** How it is judged: gaps in the data, maintenance and exclusions. */
export function JudgingFields() {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow>
        <SelectField
          name="missingData"
          label={t('agreements.missingData')}
          options={MissingDataCodes.map((value) => ({ value, label: t(`agreements.missing.${value}`) }))}
          required
        />
        <NumberField
          name="coverageFloor"
          label={t('agreements.coverageFloor')}
          description={t('agreements.coverageHint')}
          suffix="%"
          exact
          required
        />
        <SelectField
          name="excludedTime"
          label={t('agreements.excludedTime')}
          options={ExcludedTimeCodes.map((value) => ({ value, label: t(`agreements.excluded.${value}`) }))}
          required
        />
      </FieldRow>
      <CheckboxField
        name="providerOwesData"
        label={t('agreements.providerOwesData')}
        description={t('agreements.providerOwesHint')}
      />
    </>
  );
}
