import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../ui/chart-frame';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { SimpleTable } from '../ui/simple-table';
import { curveLine } from './curve-line';
import classes from './curve-picture.module.css';

type Mark = { label: string; attainment: number; percent: number };
type Props = { curve: { attainment: string; percent: string }[]; marks?: Mark[]; title?: string };

const [width, height, edge] = [640, 220, 36];

/** What is paid for which attainment, as agreed, and where the measures of a period stand on it. */
export function CurvePicture({ curve, marks = [], title }: Props) {
  const { t } = useTranslation();
  const { points, from, to, top } = curveLine(
    curve.map(({ attainment, percent }) => ({ x: Number(attainment), y: Number(percent) })),
    marks.map(({ attainment }) => attainment),
  );
  const x = (value: number) => edge + ((value - from) / (to - from || 1)) * (width - 2 * edge);
  const y = (value: number) => height - edge - (value / (top || 1)) * (height - 1.5 * edge);
  return (
    <ChartFrame
      title={title ?? t('rewards.curve')}
      answers={t('rewards.curveAnswers')}
      table={
        <SimpleTable
          label={t('rewards.curve')}
          head={[t('rewards.attainment'), t('rewards.percent')]}
          numeric={[0, 1]}
          rows={curve.map(({ attainment, percent }) => [formatExactPercent(attainment), formatExactPercent(percent)])}
        />
      }
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('rewards.curveLabel', {
          anchors: curve
            .map(({ attainment, percent }) => `${formatExactPercent(attainment)} → ${formatExactPercent(percent)}`)
            .join(', '),
        })}
        className={classes.picture}
      >
        <line x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} className={classes.axis} />
        {curve.map(({ attainment, percent }) => (
          <g key={attainment}>
            <line
              x1={x(Number(attainment))}
              x2={x(Number(attainment))}
              y1={y(0)}
              y2={y(Number(percent))}
              className={classes.guide}
            />
            <circle cx={x(Number(attainment))} cy={y(Number(percent))} r={3.5} className={classes.anchor} />
            <text x={x(Number(attainment))} y={y(0) + 16} textAnchor="middle">
              {formatExactPercent(attainment)}
            </text>
            <text x={x(Number(attainment)) - 7} y={y(Number(percent)) - 7} textAnchor="end">
              {formatExactPercent(percent)}
            </text>
          </g>
        ))}
        <polyline points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')} className={classes.line} />
        {marks.map(({ label, attainment, percent }) => (
          <g key={label}>
            <title>{`${label}: ${formatPercent(String(attainment), { decimals: 2 })}`}</title>
            <path d={`M ${x(attainment)} ${y(percent) - 6} l 6 6 l -6 6 l -6 -6 z`} className={classes.mark} />
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
