import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { CalendarsDocument } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { SelectField } from '../ui/select-field';

/** The hours in which something is promised. */
export function CalendarField({ by = 'id', ...props }: FieldProps & { clearable?: boolean; by?: 'id' | 'slug' }) {
  const { data } = useQuery(query(CalendarsDocument, {}));
  const options = (data?.calendars ?? []).map(({ id, slug, name, timeZone }) => ({
    value: by === 'id' ? id : slug,
    label: `${name} (${timeZone})`,
  }));
  return <SelectField {...props} options={options} />;
}
