import { verdictGlyph, verdictWord, type Verdict } from './verdict';
import classes from './verdict-badge.module.css';

type Props = {
  verdict: Verdict;
  /** Missed by the contract, whatever was measured. */
  deemed?: boolean;
  /** An open period, whose verdict may still change. */
  quiet?: boolean;
};

/** Sign, word and colour. */
export function VerdictBadge({ verdict, deemed, quiet }: Props) {
  return (
    <span className={classes.badge} data-verdict={verdict} data-quiet={quiet || undefined}>
      <span aria-hidden className={classes.glyph}>
        {verdictGlyph[verdict]}
      </span>
      {verdictWord({ verdict, deemed })}
    </span>
  );
}
