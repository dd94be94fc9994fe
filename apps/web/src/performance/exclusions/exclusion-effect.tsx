import { useTranslation } from 'react-i18next';
import { BulletBar } from '../../ui/bullet-bar';
import { formatPercent } from '../../ui/format-percent';
import { points, promised } from '../amount';
import classes from './exclusion-effect.module.css';

type Props = { before: string | null; after: string | null; target: string; comparator: 'AT_LEAST' | 'AT_MOST' };

/** The figure as it is and as it would be, against the target, on one scale. */
export function ExclusionEffect({ before, after, target, comparator }: Props) {
  const { t } = useTranslation();
  if (before === null && after === null) return <p className="quiet">{t('performance.exclude.noEffect')}</p>;
  const values = [before, after, target].flatMap((value) => (value === null ? [] : [Number(value)]));
  const spread = Math.max(Math.max(...values) - Math.min(...values), 0.05);
  const [min, max] = [Math.max(0, Math.min(...values) - spread), Math.min(100, Math.max(...values) + spread / 2)];
  const misses = (figure: string) =>
    comparator === 'AT_LEAST' ? Number(figure) < Number(target) : Number(figure) > Number(target);
  const row = (name: 'before' | 'after', figure: string | null) => (
    <div className={classes.row}>
      <span className="quiet">{t(`performance.exclude.${name}`)}</span>
      {figure === null ? (
        <span className="quiet">{t('ui.noFigure')}</span>
      ) : (
        <>
          <BulletBar
            label={`${formatPercent(figure, { decimals: 4 })}, ${promised(target, comparator)}`}
            value={Number(figure)}
            target={Number(target)}
            min={min}
            max={max}
            missed={misses(figure)}
          />
          <span className={`${classes.figure} figures`} data-missed={misses(figure) || undefined}>
            {misses(figure) ? '✕' : '✓'} {formatPercent(figure, { decimals: 4 })}
          </span>
        </>
      )}
    </div>
  );
  return (
    <div className={classes.effect}>
      {row('before', before)}
      {row('after', after)}
      <div className="quiet figures">
        {t('performance.exclude.against', { target: promised(target, comparator) })}
        {before !== null &&
          after !== null &&
          ` ${t('performance.exclude.change', { points: points(minus(after, before)) })}`}
      </div>
    </div>
  );
}

/** Difference of two exact decimals, for showing. */
function minus(a: string, b: string): string {
  return (Number(a) - Number(b)).toFixed(4).replace(/\.?0+$/, '');
}
