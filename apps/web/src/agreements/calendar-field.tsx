import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { CalendarsDocument } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { SelectField } from '../ui/select-field';

/** The hours in which something is promised. */
export function CalendarField(props: FieldProps & { clearable?: boolean }) {
  const { data } = useQuery(query(CalendarsDocument, {}));
  const options = (data?.calendars ?? []).map(({ id, name, timeZone }) => ({
    value: id,
    label: `${name} (${timeZone})`,
  }));
  return <SelectField {...props} options={options} />;
}
