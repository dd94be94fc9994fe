import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { CalendarsDocument } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { SelectField } from '../ui/select-field';

/** The slug of the calendar that comes with Accord. */
const ALWAYS_OPEN = 'always';

type Props = FieldProps & {
  clearable?: boolean;
  by?: 'id' | 'slug';
  /** Holidays are not read into 24×7. */
  withoutAlwaysOpen?: boolean;
};

/** The hours in which something is promised. */
export function CalendarField({ by = 'id', withoutAlwaysOpen, ...props }: Props) {
  const { data } = useQuery(query(CalendarsDocument, {}));
  const offered = (data?.calendars ?? []).filter(({ slug }) => !withoutAlwaysOpen || slug !== ALWAYS_OPEN);
  const options = offered.map(({ id, slug, name, timeZone }) => ({
    value: by === 'id' ? id : slug,
    label: `${name} (${timeZone})`,
  }));
  return <SelectField {...props} options={options} />;
}
