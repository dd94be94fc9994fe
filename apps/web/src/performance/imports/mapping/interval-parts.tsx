import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../../../i18n/code-word';
import { Choice } from '../../../ui/choice';
import { ColumnChoice, type FileColumn } from './column-choice';
import type { CountDraft, ValueDraft } from './draft';
import { Part } from './part';

type Props<Kind> = { draft: Kind; columns: FileColumn[]; onChange: (draft: Kind) => void };

/** What was counted in which time. */
export function CountParts(props: Props<CountDraft>) {
  const { t } = useTranslation();
  const { draft, columns, onChange } = props;
  return (
    <Part title={t('mapping.counts')}>
      <Interval {...props} />
      {(['good', 'total'] as const).map((name) => (
        <ColumnChoice
          key={name}
          columns={columns}
          label={codeWord('mapping.field', name)}
          value={draft[name]}
          required
          onChange={(value) => onChange({ ...draft, [name]: value })}
        />
      ))}
      <DecimalMark {...props} />
      <Series {...props} />
    </Part>
  );
}

/** Which values were seen in which time. */
export function ValueParts(props: Props<ValueDraft>) {
  const { t } = useTranslation();
  const { draft, columns, onChange } = props;
  return (
    <Part title={t('mapping.values')}>
      <Interval {...props} />
      <ColumnChoice
        columns={columns}
        label={codeWord('mapping.field', 'values')}
        hint={t('mapping.valuesHint')}
        value={draft.values}
        required
        onChange={(values) => onChange({ ...draft, values })}
      />
      <DecimalMark {...props} />
      <Named
        columns={columns}
        label={codeWord('mapping.field', 'unit')}
        none={t('mapping.oneUnit')}
        name={t('mapping.unitName')}
        hint={t('mapping.unitHint')}
        value={draft.unit}
        onChange={(unit) => onChange({ ...draft, unit })}
      />
      <Series {...props} />
    </Part>
  );
}

/** How numbers are written. */
function DecimalMark<Kind extends CountDraft | ValueDraft>({ draft, onChange }: Props<Kind>) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('mapping.numbers')}
      data={(['point', 'comma'] as const).map((value) => ({ value, label: t(`mapping.numbersWith.${value}`) }))}
      value={draft.decimalMark ?? 'point'}
      onChange={(mark) => onChange({ ...draft, decimalMark: mark === 'comma' ? mark : undefined })}
    />
  );
}

function Interval<Kind extends CountDraft | ValueDraft>({ draft, columns, onChange }: Props<Kind>) {
  const { t } = useTranslation();
  const { from, to } = draft;
  return (
    <>
      <ColumnChoice
        columns={columns}
        label={codeWord('mapping.field', 'from')}
        value={from}
        required
        onChange={(value) => onChange({ ...draft, from: value })}
      />
      <ColumnChoice
        columns={columns}
        label={codeWord('mapping.field', 'to')}
        value={typeof to === 'string' ? to : undefined}
        none={t('mapping.allAsLong')}
        onChange={(value) => onChange({ ...draft, to: value ?? { minutes: 60 } })}
      />
      {typeof to !== 'string' && (
        <TextInput
          label={t('mapping.minutes')}
          inputMode="numeric"
          maxLength={5}
          value={to.minutes || ''}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, to: { minutes: Number(currentTarget.value.replace(/\D/g, '')) } })
          }
        />
      )}
    </>
  );
}

function Series<Kind extends CountDraft | ValueDraft>({ draft, columns, onChange }: Props<Kind>) {
  const { t } = useTranslation();
  return (
    <Named
      columns={columns}
      label={codeWord('mapping.field', 'series')}
      none={t('mapping.oneSeries')}
      name={t('mapping.seriesName')}
      hint={t('mapping.seriesHint')}
      value={draft.series}
      onChange={(series) => onChange({ ...draft, series })}
    />
  );
}

type NamedProps = {
  columns: FileColumn[];
  label: string;
  none: string;
  name: string;
  hint: string;
  value: { column: string } | { name: string };
  onChange: (value: { column: string } | { name: string }) => void;
};

/** By a column, or the same for every row. */
function Named({ columns, label, none, name, hint, value, onChange }: NamedProps) {
  return (
    <>
      <ColumnChoice
        columns={columns}
        label={label}
        value={'column' in value ? value.column : undefined}
        none={none}
        onChange={(column) => onChange(column ? { column } : { name: '' })}
      />
      {'name' in value && (
        <TextInput
          label={name}
          description={hint}
          withAsterisk
          maxLength={200}
          value={value.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
      )}
    </>
  );
}
