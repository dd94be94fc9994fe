import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query } from '../../app/query';
import { PlanOptionsDocument } from '../../generated/graphql';
import type { FieldProps } from '../../ui/field-props';
import { RemoteSelectField } from '../../ui/remote-select-field';

/** A plan that stays, of whichever service, found by the name of that; `without` are those that cannot be chosen. */
export function PlanSearchField({ without, ...props }: FieldProps & { without: readonly string[] }) {
  const [words, setWords] = useState('');
  const service = words.split(',')[0]!.trim();
  const { data, isFetching } = useQuery(query(PlanOptionsDocument, { search: service || undefined }));
  const options = (data?.services.edges ?? []).flatMap(({ node: { name, plans } }) =>
    plans
      .filter(({ id, endedAt, retiring }) => !endedAt && !retiring && !without.includes(id))
      .map((plan) => ({ value: plan.id, label: `${name}, ${plan.name}` })),
  );
  return <RemoteSelectField {...props} options={options} onSearch={setWords} searching={isFetching} />;
}
