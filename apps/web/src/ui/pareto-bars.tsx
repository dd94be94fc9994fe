import { ChartFrame } from './chart-frame';
import classes from './pareto-bars.module.css';
import { SimpleTable } from './simple-table';

export type ParetoBar = {
  label: string;
  /** In words, with its unit. */
  amount: string;
  /** Of the whole, percent. */
  share: number;
  shareWords: string;
  /** Default: bad. */
  tone?: 'good' | 'bad';
};

type Props = { title: string; answers: string; head: [string, string, string]; bars: ParetoBar[] };

/** Parts of a whole, the largest first. The figures stand beside the bars, which are for the eye only. */
export function ParetoBars({ title, answers, head, bars }: Props) {
  return (
    <ChartFrame
      title={title}
      answers={answers}
      table={
        <SimpleTable
          label={title}
          head={head}
          numeric={[1, 2]}
          rows={bars.map(({ label, amount, shareWords }) => [label, amount, shareWords])}
        />
      }
    >
      <ol className={classes.bars}>
        {bars.map(({ label, amount, share, shareWords, tone = 'bad' }) => (
          <li key={label}>
            <span className={classes.label}>{label}</span>
            <span className="figures">
              {amount} <span className="quiet">{shareWords}</span>
            </span>
            <span className={classes.track} data-tone={tone} aria-hidden>
              <span style={{ width: `${Math.min(100, share)}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
