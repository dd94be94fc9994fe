import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ServiceOptionsDocument } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { RemoteSelectField } from '../ui/remote-select-field';

type Props = FieldProps & {
  /** What the field holds. */
  by?: 'id' | 'slug';
  initial?: { id: string; name: string } | null;
  without?: string;
};

/** A service, found as in the catalog. `without` leaves one out. */
export function ServiceField({ by = 'id', initial, without, ...props }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery(query(ServiceOptionsDocument, { search: words || undefined }));
  const options = (data?.services.edges ?? [])
    .filter(({ node }) => node[by] !== without)
    .map(({ node: { id, slug, name, lifecycle } }) => ({
      value: by === 'id' ? id : slug,
      label: lifecycle === 'LIVE' ? name : `${name} (${t(`catalog.lifecycle.${lifecycle}`).toLowerCase()})`,
    }));
  return (
    <RemoteSelectField
      {...props}
      options={options}
      onSearch={setWords}
      searching={isFetching}
      initial={initial && { value: initial.id, label: initial.name }}
    />
  );
}
