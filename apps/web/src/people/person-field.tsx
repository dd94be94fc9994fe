import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query } from '../app/query';
import { PersonOptionsDocument } from '../generated/graphql';
import type { FieldProps } from '../ui/field-props';
import { RemoteSelectField } from '../ui/remote-select-field';

/** One of our people, found by name or e-mail address. */
export function PersonField({ initial, ...props }: FieldProps & { initial?: { id: string; name: string } | null }) {
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery(query(PersonOptionsDocument, { search: words || undefined }));
  const options = (data?.people.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.email ? `${node.name} (${node.email})` : node.name,
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
