import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { AgreementOptionsDocument, type AgreementKind } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { RemoteSelectField } from '../ui/remote-select-field';
import './words';

type Props = FieldProps & {
  initial?: { id: string; name: string } | null;
  kind?: AgreementKind;
  /** By what the form keeps it. */
  by?: 'id' | 'slug';
};

/** An agreement, found by name; with `kind` only those of it. */
export function AgreementField({ initial, kind, by = 'id', ...props }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery(
    query(AgreementOptionsDocument, { search: words || undefined, kinds: kind && [kind] }),
  );
  const options = (data?.agreements.edges ?? []).map(({ node: { id, slug, name, current } }) => ({
    value: by === 'id' ? id : slug,
    label: current ? name : `${name} (${t('agreements.notInForce').toLowerCase()})`,
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
