import { useTranslation } from 'react-i18next';
import { verdictGlyph, type Verdict } from './verdict';
import classes from './verdict-badge.module.css';

/** Sign, word and colour. `quiet` for an open period, whose verdict may still change. */
export function VerdictBadge({ verdict, quiet }: { verdict: Verdict; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-verdict={verdict} data-quiet={quiet || undefined}>
      <span aria-hidden className={classes.glyph}>
        {verdictGlyph[verdict]}
      </span>
      {t(`ui.verdict.${verdict}`)}
    </span>
  );
}
