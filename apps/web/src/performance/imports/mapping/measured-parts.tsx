import { useTranslation } from 'react-i18next';
import { codeWord } from '../../../i18n/code-word';
import { ColumnChoice, type FileColumn } from './column-choice';
import type { OutageDraft, ProbeDraft } from './draft';
import { Part } from './part';
import { ValueMeanings } from './value-meanings';

type Props<Kind> = { draft: Kind; columns: FileColumn[]; onChange: (draft: Kind) => void };

/** When a probe looked, and what it found. */
export function ProbeParts({ draft, columns, onChange }: Props<ProbeDraft>) {
  const { t } = useTranslation();
  const { status } = draft;
  const found = (value: string) => (status.up.includes(value) ? 'up' : status.down.includes(value) ? 'down' : null);
  return (
    <Part title={t('mapping.probes')}>
      <ColumnChoice
        columns={columns}
        label={codeWord('mapping.field', 'at')}
        value={draft.observedAt}
        required
        onChange={(value) => onChange({ ...draft, observedAt: value })}
      />
      <ColumnChoice
        columns={columns}
        label={codeWord('mapping.field', 'status')}
        value={status.column}
        required
        onChange={(value) => onChange({ ...draft, status: { ...status, column: value } })}
      />
      <ValueMeanings
        column={columns.find(({ name }) => name === status.column)}
        known={[...status.up, ...status.down]}
        meaningOf={found}
        onChange={(value, meaning) => {
          const without = (values: string[]) => values.filter((one) => one !== value);
          const up = meaning === 'up' ? [...without(status.up), value] : without(status.up);
          const down = meaning === 'down' ? [...without(status.down), value] : without(status.down);
          onChange({ ...draft, status: { ...status, up, down } });
        }}
        options={(['up', 'down'] as const).map((value) => ({
          value,
          label: codeWord('mapping.field', value),
        }))}
        none={t('mapping.refuse')}
      />
    </Part>
  );
}

/** When a service was down, and why. */
export function OutageParts({ draft, columns, onChange }: Props<OutageDraft>) {
  const { t } = useTranslation();
  return (
    <Part title={t('mapping.outages')}>
      {(['from', 'to', 'number', 'cause'] as const).map((name) => (
        <ColumnChoice
          key={name}
          columns={columns}
          label={codeWord('mapping.field', name === 'number' ? 'outageNumber' : name)}
          value={draft[name]}
          required={name === 'from' || name === 'to'}
          hint={name === 'number' ? t('mapping.outageNumberHint') : undefined}
          onChange={(value) => onChange({ ...draft, [name]: value })}
        />
      ))}
    </Part>
  );
}
