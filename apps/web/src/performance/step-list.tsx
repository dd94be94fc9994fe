import { useTranslation } from 'react-i18next';
import { formatDuration } from '../ui/format-duration';
import { formatDay, formatInstant } from '../ui/format-instant';
import { SimpleTable } from '../ui/simple-table';
import type { ExplainedStep } from './step-values';

/** What a step lists: the time of each priority; the stretches of a clock, and the holidays between. */
export function StepList({ step: { rule, inputs, result }, zone }: { step: ExplainedStep; zone: string }) {
  const { t } = useTranslation();
  if (rule === 'tickets.target') {
    const rows = result.map(({ name, value }) => {
      // Named by what they stand in as well: `targetMs.3`.
      const priority = name.split('.')[1];
      return [
        priority ? t('performance.ticket.priority', { priority }) : t('performance.ticket.anyPriority'),
        formatDuration(Number(value), { days: false }),
      ];
    });
    const head = [t('performance.ticket.priorityHead'), t('performance.ticket.target')];
    return <SimpleTable label={t('performance.ticket.target')} head={head} rows={rows} numeric={[1]} />;
  }
  if (rule !== 'clock.segments') return null;

  const holidays = inputs.filter(({ name }) => name.startsWith('holidays.'));
  // Nested values are named by what they stand in: `count.0.from`, `count.0.to`.
  const starts = result.filter(({ name }) => name.endsWith('.from'));
  const rows = starts.map(({ name, value }) => {
    const end = result.find((other) => other.name === name.replace(/from$/, 'to'));
    const [from, to] = [value ?? '', end?.value ?? ''];
    const length = formatDuration(Date.parse(to) - Date.parse(from), { days: false });
    return [formatInstant(from, { zone }), formatInstant(to, { zone }), length];
  });
  return (
    <>
      {rows.length > 0 && (
        <SimpleTable
          label={t('performance.ticket.segments')}
          head={[t('performance.from'), t('performance.to'), t('performance.ticket.counted')]}
          rows={rows}
          numeric={[2]}
        />
      )}
      {holidays.length > 0 && (
        <p>
          {t('performance.ticket.holidays', {
            days: holidays.map(({ value }) => formatDay(String(value))).join(', '),
          })}
        </p>
      )}
    </>
  );
}
