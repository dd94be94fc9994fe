import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExamineUploadQuery } from '../../../generated/graphql';

export type FileColumn = ExamineUploadQuery['examineUpload']['columns'][number];

type Props = {
  label: string;
  columns: FileColumn[];
  value: string | undefined;
  onChange: (name: string | undefined) => void;
  required?: boolean;
  /** What the rows have where no column says it. */
  none?: string;
  hint?: string;
};

/** The column that holds something, with what stands in it. */
export function ColumnChoice({ label, columns, value, onChange, required, none, hint }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const chosen = columns.find(({ name }) => name === value);
  const lacks = value !== undefined && !chosen;
  const samples = chosen && (chosen.samples.length > 0 ? chosen.samples.join(' · ') : t('mapping.empty'));
  return (
    <NativeSelect
      id={id}
      label={label}
      withAsterisk={required}
      aria-required={required || undefined}
      description={samples ?? hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={lacks && t('mapping.notInFile', { name: value })}
      data={[
        { value: '', label: none ?? t(required ? 'mapping.choose' : 'mapping.none') },
        ...columns.map(({ name, samples: [first] }) => ({ value: name, label: first ? `${name}: ${first}` : name })),
      ]}
      value={chosen ? chosen.name : ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}
