import { useTranslation } from 'react-i18next';
import { useFormContext } from 'react-hook-form';
import { z } from 'zod';
import { neededChoice } from '../app/field-rules';
import { RowsField } from '../ui/rows-field';
import { ServiceField } from './service-field';

export const serviceRows = z.array(z.object({ service: neededChoice }));

/** As rows of the field. */
export const rowsOf = (services: readonly string[]) => services.map((service) => ({ service }));
export const servicesIn = (rows: z.output<typeof serviceRows>) => [...new Set(rows.map(({ service }) => service))];

type Props = {
  name: string;
  label: string;
  empty: string;
  by: 'id' | 'slug';
  /** The service in question. */
  without: string;
  /** What stood there, with its names. */
  initial: readonly { id: string; slug: string; name: string }[];
};

/** Some other services, a row each. */
export function ServiceRows({ name, label, empty, by, without, initial }: Props) {
  const { t } = useTranslation();
  const form = useFormContext();
  return (
    <RowsField
      name={name}
      label={label}
      add={t('catalog.support.add')}
      remove={(place) => t('catalog.support.remove', { place })}
      newRow={() => ({ service: null })}
      empty={empty}
    >
      {(path) => {
        const value = form.getValues(`${path}.service`) as string | null;
        const known = initial.find((other) => other[by] === value);
        return (
          <ServiceField
            name={`${path}.service`}
            label={t('catalog.service')}
            by={by}
            without={without}
            initial={value === null ? null : { id: value, name: known?.name ?? value }}
            required
          />
        );
      }}
    </RowsField>
  );
}
