import { useTranslation } from 'react-i18next';
import type { CommitmentOptionFragment } from '../generated/graphql';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { promised } from './amount';

type Props = {
  /** Where the row stands in the form's input. */
  path: string;
  options: { value: string; label: string }[];
  floor: string;
  target: string;
};

/** Which commitment is measured, what it weighs, and between which percents it counts. */
export function MeasuredFields({ path, options, floor, target }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name={`${path}.commitmentId`}
        label={t('performance.breaches.commitment')}
        options={options}
        required
      />
      <NumberField name={`${path}.weight`} label={t('governance.kpi.weight')} exact required />
      <NumberField name={`${path}.floor`} label={floor} suffix="%" exact required />
      <NumberField name={`${path}.target`} label={target} suffix="%" exact required />
    </>
  );
}

/** A commitment to choose, with what it promises. */
export const commitmentOption = ({ id, name, service, terms }: CommitmentOptionFragment) => ({
  value: id,
  label: `${service.name}: ${name} (${promised(terms.target, terms.comparator)})`,
});

type Measured = { weight: string; floor: string; target: string; commitment: { id: string } };

/** What is measured already, as the fields take it. */
export const measuredRow = ({ commitment, weight, floor, target }: Measured) => ({
  commitmentId: commitment.id,
  weight,
  floor,
  target,
});
