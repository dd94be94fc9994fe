import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format-instant';
import { formatNumber } from '../../ui/format-number';
import { Panel } from '../../ui/panel';
import classes from './left-out-panel.module.css';
import type { Result } from './result-keys';

type Corrected = Result['correctedMeasurements'];
type Said = { good?: string | null; total?: string | null; up?: boolean | null };

/** Measurements of the period that took the place of other ones: what was there before, who corrected it, and why. */
export function CorrectedMeasurements({ corrected, zone }: { corrected: Corrected; zone: string }) {
  const { t } = useTranslation();
  const at = (instant: string) => formatInstant(instant, { zone });
  const said = ({ good, total, up }: Said): string => {
    if (up != null) return t(`performance.correctedMeasurement.${up ? 'up' : 'down'}`);
    const all = formatNumber(total ?? '0');
    return good == null
      ? t('performance.correctedMeasurement.values', { total: all })
      : t('performance.correctedMeasurement.goodOf', { good: formatNumber(good), total: all });
  };
  const { newest, totalCount } = corrected;
  return (
    <Panel
      title={t('performance.correctedMeasurement.title')}
      description={t('performance.correctedMeasurement.words')}
    >
      <ul className={classes.list}>
        {newest.map(({ id, series, from, to, reason, correctedBy, correctedAt, ...told }) => (
          <li key={id}>
            <div>
              {t(`performance.correctedMeasurement.${reason ? 'change' : 'bare'}`, {
                series,
                before: said({ good: told.goodBefore, total: told.totalBefore, up: told.upBefore }),
                now: said(told),
                reason,
              })}
            </div>
            <div className="quiet figures">
              {at(from)}
              {to && ` – ${at(to)}`} · {t('performance.correction.by', { name: correctedBy.name, at: at(correctedAt) })}
            </div>
          </li>
        ))}
      </ul>
      {totalCount > newest.length && (
        <p className="quiet">
          {t('performance.correctedMeasurement.more', {
            shown: formatNumber(String(newest.length)),
            total: formatNumber(String(totalCount)),
          })}
        </p>
      )}
    </Panel>
  );
}
