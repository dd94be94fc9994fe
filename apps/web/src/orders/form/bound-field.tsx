import type { BoundFormat } from '@accord/domain';
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query } from '../../app/query';
import { BusinessUnitsDocument, PersonOptionsDocument, SubscriptionsDocument } from '../../generated/graphql';
import { PersonField } from '../../people/person-field';
import { UnitField } from '../../people/unit-field';
import type { FieldProps } from '../../ui/field-props';
import { SelectField, type Option } from '../../ui/select-field';
import { useField } from '../../ui/use-field';

type Props = FieldProps & { format: BoundFormat; many: boolean; words: readonly string[] };

/** A person, a unit or a subscription, or several: answers are ids, which the server checks. */
export function BoundField({ format, many, words, ...props }: Props) {
  if (format === 'person')
    return many ? <PeopleField {...props} words={words} /> : <OnePersonField {...props} words={words} />;
  if (format === 'unit') return many ? <UnitsField {...props} /> : <UnitField {...props} />;
  return <SubscriptionField {...props} many={many} />;
}

function OnePersonField({ words, ...props }: FieldProps & { words: readonly string[] }) {
  const { field } = useField(props);
  const [initial] = useState(() =>
    typeof field.value === 'string' && words[0] ? { id: field.value, name: words[0] } : null,
  );
  return <PersonField {...props} initial={initial} />;
}

/** Several of our people; those who are chosen keep their names while one searches for others. */
function PeopleField({ words, ...props }: FieldProps & { words: readonly string[] }) {
  const { field, shared } = useField(props);
  const [search, setSearch] = useState('');
  const { data } = useQuery(query(PersonOptionsDocument, { search: search || undefined }));
  const value = (field.value as string[] | undefined) ?? [];
  const [known, setKnown] = useState<Option[]>(() =>
    value.map((id, place) => ({ value: id, label: words[place] ?? id })),
  );
  const found = (data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const chosen = known.filter((option) => value.includes(option.value));
  const all = [...chosen, ...found.filter((option) => !chosen.some((one) => one.value === option.value))];
  return (
    <MultiSelect
      {...shared}
      data={all}
      value={value}
      onChange={(next) => {
        setKnown(all.filter((option) => next.includes(option.value)));
        field.onChange(next);
      }}
      searchable
      onSearchChange={setSearch}
      filter={({ options }) => options}
    />
  );
}

function UnitsField(props: FieldProps) {
  const { data } = useQuery(query(BusinessUnitsDocument, {}));
  const options = (data?.businessUnits ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField {...props} multiple options={options} />;
}

function SubscriptionField({ many, ...props }: FieldProps & { many: boolean }) {
  const { data } = useQuery(query(SubscriptionsDocument, { first: 100 }));
  const options = (data?.subscriptions.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: `${node.service.name}, ${node.plan.name}: ${node.beneficiary.name}`,
  }));
  return <SelectField {...props} multiple={many} options={options} clearable={!props.required} />;
}
