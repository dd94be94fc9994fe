import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ProviderOptionsDocument, type ProviderKind } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { RemoteSelectField } from '../ui/remote-select-field';

type Props = FieldProps & { initial?: { id: string; name: string } | null; kind?: ProviderKind };

/** A provider; with `kind` only internal or external ones. */
export function ProviderField({ initial, kind, ...props }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery(query(ProviderOptionsDocument, { search: words || undefined }));
  const options = (data?.providers.edges ?? [])
    .filter(({ node }) => !kind || node.kind === kind)
    .map(({ node }) => ({ value: node.id, label: `${node.name} (${t(`providers.kind.${node.kind}`).toLowerCase()})` }));
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
