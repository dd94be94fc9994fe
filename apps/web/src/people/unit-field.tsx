import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { BusinessUnitsDocument } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { SelectField } from '../ui/select-field';
import { unitTree } from './unit-tree';

/** A business unit; the list shows who stands below whom. `without` leaves out a unit and all below it. */
export function UnitField({ without, ...props }: FieldProps & { without?: string }) {
  const { data } = useQuery(query(BusinessUnitsDocument, {}));
  const options = unitTree(data?.businessUnits ?? [], without).map(({ unit, depth }) => ({
    value: unit.id,
    label: unit.name,
    depth,
  }));
  return <SelectField {...props} options={options} clearable={!props.required} />;
}
