import { NativeSelect, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../../../i18n/code-word';
import { Choice } from '../../../ui/choice';
import { ScrollBox } from '../../../ui/scroll-box';
import { ColumnChoice, type FileColumn } from './column-choice';
import { type TicketDraft, withMeaning } from './draft';
import { Part } from './part';
import { ValueMeanings } from './value-meanings';

type Priority = TicketDraft['priority'];
type Matrix = Extract<Priority, { matrix: unknown }>;
type Props = { priority: Priority; columns: FileColumn[]; onChange: (priority: Priority) => void };

const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** How urgent a ticket is: stated in a column, or by impact and urgency. */
export function PriorityPart({ priority, columns, onChange }: Props) {
  const { t } = useTranslation();
  const words = (name: string) => codeWord('mapping.field', name);
  const isMatrix = 'matrix' in priority;
  return (
    <Part title={words('priority')}>
      <Choice
        label={t('mapping.priorityFrom')}
        data={[
          { value: 'column', label: t('mapping.priorityColumn') } as const,
          { value: 'matrix', label: t('mapping.priorityMatrix') } as const,
        ]}
        value={isMatrix ? 'matrix' : 'column'}
        onChange={(value) => onChange(value === 'matrix' ? { matrix: {} } : { values: {} })}
      />
      {isMatrix ? (
        <>
          {(['impact', 'urgency'] as const).map((name) => (
            <ColumnChoice
              key={name}
              columns={columns}
              label={words(name)}
              value={priority[name]}
              required
              onChange={(value) => onChange({ ...priority, [name]: value })}
            />
          ))}
          <MatrixTable priority={priority} columns={columns} onChange={onChange} />
        </>
      ) : (
        <>
          <ColumnChoice
            columns={columns}
            label={words('priorityColumn')}
            value={priority.column}
            required
            onChange={(value) => onChange({ ...priority, column: value })}
          />
          <ValueMeanings
            column={columns.find(({ name }) => name === priority.column)}
            known={Object.keys(priority.values)}
            meaningOf={(value) => priority.values[value]?.toString() ?? null}
            onChange={(value, level) =>
              onChange({
                ...priority,
                values: withMeaning(priority.values, value, level === null ? null : Number(level)),
              })
            }
            options={levels.map((value) => ({ value, label: t('performance.ticket.priority', { priority: value }) }))}
            none={t('mapping.refuse')}
          />
        </>
      )}
    </Part>
  );
}

/** A priority for each impact and urgency. */
function MatrixTable({ priority, columns, onChange }: { priority: Matrix } & Omit<Props, 'priority'>) {
  const { t } = useTranslation();
  const valuesOf = (name: string | undefined, known: string[]) => {
    const seen = columns.find((column) => column.name === name)?.values?.map(({ value }) => value) ?? [];
    return [...new Set([...known, ...seen])].sort();
  };
  const { matrix } = priority;
  const impacts = valuesOf(priority.impact, Object.keys(matrix));
  const urgencies = valuesOf(priority.urgency, [...new Set(Object.values(matrix).flatMap((row) => Object.keys(row)))]);
  if (impacts.length === 0 || urgencies.length === 0) return null;
  const label = t('mapping.matrix');
  return (
    <ScrollBox label={label}>
      <Table aria-label={label} withRowBorders={false} verticalSpacing={2} horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {urgencies.map((urgency) => (
              <Table.Th key={urgency} scope="col">
                {urgency}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {impacts.map((impact) => (
            <Table.Tr key={impact}>
              <Table.Th scope="row">{impact}</Table.Th>
              {urgencies.map((urgency) => (
                <Table.Td key={urgency}>
                  <NativeSelect
                    size="xs"
                    aria-label={t('mapping.priorityOf', { impact, urgency })}
                    data={[{ value: '', label: '–' }, ...levels]}
                    value={matrix[impact]?.[urgency]?.toString() ?? ''}
                    onChange={({ currentTarget: { value } }) => {
                      const row = withMeaning(matrix[impact] ?? {}, urgency, value === '' ? null : Number(value));
                      onChange({ ...priority, matrix: { ...matrix, [impact]: row } });
                    }}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
