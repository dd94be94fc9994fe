import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../ui/format-duration';
import { formatInstant } from '../../ui/format-instant';
import { Panel } from '../../ui/panel';
import classes from './left-out-panel.module.css';
import type { Result } from './result-keys';

type Props = { corrections: Result['corrections']; zone: string };

/** Time of the period that counted as downtime until somebody corrected an outage. */
export function CorrectionsPanel({ corrections, zone }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('performance.correction.title')} description={t('performance.correction.words')}>
      <CorrectedOutages corrections={corrections} zone={zone} />
    </Panel>
  );
}

/** What no longer counts of outages, who corrected them, and why. */
export function CorrectedOutages({ corrections, zone }: Props) {
  const { t } = useTranslation();
  const at = (instant: string) => formatInstant(instant, { zone });
  return (
    <ul className={classes.list}>
      {corrections.map(({ id, cause, from, to, reason, correctedBy, correctedAt }) => (
        <li key={id}>
          <div>{t('performance.correction.reason', { cause, reason })}</div>
          <div className="quiet figures">
            {at(from)} – {at(to)} · {formatDuration(Date.parse(to) - Date.parse(from))} ·{' '}
            {t('performance.correction.by', { name: correctedBy.name, at: at(correctedAt) })}
          </div>
        </li>
      ))}
    </ul>
  );
}
