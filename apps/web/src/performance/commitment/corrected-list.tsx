import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format-instant';
import { formatNumber } from '../../ui/format-number';
import classes from './corrected-list.module.css';
import type { Result } from './result-keys';

type Corrected = Result['correctedMeasurements'];
type Said = { kind: string; good?: string | null; total?: string | null; up?: boolean | null };

/** What was told before and is told now, who corrected it from which source, when, and why. */
export function CorrectedList({ corrected: { newest, totalCount }, zone }: { corrected: Corrected; zone: string }) {
  const { t } = useTranslation();
  const at = (instant: string) => formatInstant(instant, { zone });
  const said = ({ kind, good, total, up }: Said): string => {
    if (up != null) return t(`performance.correctedMeasurement.${up ? 'up' : 'down'}`);
    const all = formatNumber(total ?? '0');
    if (good == null) return t('performance.correctedMeasurement.values', { total: all });
    const words = kind === 'ANSWERS' ? 'satisfied' : 'goodOf';
    return t(`performance.correctedMeasurement.${words}`, { good: formatNumber(good), total: all });
  };
  const listed = newest.reduce((sum, { measurements }) => sum + measurements, 0);
  return (
    <>
      <ul className={classes.list}>
        {newest.map(
          ({ id, kind, series, from, to, measurements, reason, source, correctedBy, correctedAt, ...told }) => (
            <li key={id}>
              <div className={classes.head}>
                <strong>{series}</strong>
                {kind === 'ANSWERS' && told.good == null ? (
                  <span>{t('performance.correctedMeasurement.answers', { count: measurements })}</span>
                ) : (
                  <span className="figures">
                    <del>{said({ kind, good: told.goodBefore, total: told.totalBefore, up: told.upBefore })}</del>{' '}
                    <span aria-hidden>→</span> <ins>{said({ kind, ...told })}</ins>
                  </span>
                )}
              </div>
              {reason && <div>“{reason}”</div>}
              <div className="quiet figures">
                {at(from)}
                {to && ` – ${at(to)}`}
              </div>
              <div className="quiet figures">
                {source} · {t('performance.correction.by', { name: correctedBy.name, at: at(correctedAt) })}
              </div>
            </li>
          ),
        )}
      </ul>
      {totalCount > listed && (
        <p className="quiet">
          {t('performance.correctedMeasurement.more', {
            shown: formatNumber(String(listed)),
            total: formatNumber(String(totalCount)),
          })}
        </p>
      )}
    </>
  );
}
