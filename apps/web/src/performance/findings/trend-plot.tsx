import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/format-instant';
import classes from './drift-trend.module.css';
import { trendShape, type Spot } from './trend-shape';
import { limitValue, trendSentence, type Trend } from './trend-words';

const SIZE = 1_000;
const at = ([x, y]: Spot) => `${(x * SIZE).toFixed(1)} ${(y * SIZE).toFixed(1)}`;
const between = (spots: readonly Spot[]) => `M${spots.map(at).join('L')}`;
/** A line of no length with round ends: a dot that stays round however the picture is stretched. */
const dots = (spots: readonly Spot[]) => spots.map((spot) => `M${at(spot)}h0`).join('');

/** The value of each week, the line through them, and where it meets the limit. */
export function TrendPlot({ trend }: { trend: Trend }) {
  const { t } = useTranslation();
  const { values, line, ahead, limit, now } = trendShape(trend);
  const { weeks, passesOn } = trend;
  const limitWords = t(`findings.trend.limit.${trend.counted}`, { limit: limitValue(trend) });
  return (
    <div>
      <div className={classes.plot}>
        <svg
          className={classes.picture}
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={trendSentence(trend)}
        >
          <rect className={classes.future} x={now * SIZE} y={0} width={(1 - now) * SIZE} height={SIZE} />
          <path
            className={classes.limit}
            d={between([
              [0, limit],
              [1, limit],
            ])}
          />
          <path className={classes.line} d={between(line)} />
          <path className={classes.ahead} d={between(ahead)} />
          <path className={classes.values} d={dots(values)} />
          <path className={classes.met} d={dots([ahead[1]])} />
        </svg>
        <span className={classes.limitWords} style={{ top: `${limit * 100}%` }} data-above={limit > 0.5 || undefined}>
          {limitWords}
        </span>
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{formatDay(weeks[0]!.from)}</span>
        <span>{formatDay(passesOn)}</span>
      </div>
    </div>
  );
}
