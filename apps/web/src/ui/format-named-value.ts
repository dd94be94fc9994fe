import { i18next } from '../i18n/i18n';
import { formatDuration } from './format-duration';
import { formatInstant } from './format-instant';
import { formatNumber } from './format-number';
import { formatExactPercent } from './format-percent';

type Value = { value?: string | null; unit: string };

const instant = /^\d{4}-\d\d-\d\dT/;

/** A machine-readable value by its unit: `ms`, `percent`, `count`, `instant`, `yesNo`, else as it is. */
export function formatNamedValue({ value, unit }: Value, zone: string): string {
  if (value === null || value === undefined || value === '') return '–';
  if (unit === 'ms') return formatDuration(Number(value), { days: false });
  if (unit === 'percent') return formatExactPercent(value, 6);
  if (unit === 'count') return formatNumber(value);
  if (unit === 'instant' || instant.test(value)) return formatInstant(value, { zone, style: 'dateTimeSeconds' });
  if (unit === 'yesNo' || value === 'true' || value === 'false')
    return i18next.t(value === 'true' ? 'ui.yes' : 'ui.no');
  return value;
}
