import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExactPercent, formatPercent } from './format-percent';
import type { Verdict } from './verdict';
import { VerdictBadge } from './verdict-badge';
import classes from './figure-with-target.module.css';

type Props = {
  label: string;
  /** Measured percent as an exact decimal string; null without data. */
  figure: string | null;
  target: string;
  comparator?: 'AT_LEAST' | 'AT_MOST';
  verdict?: Verdict;
  deemed?: boolean;
  /** The period is still open. */
  open?: boolean;
  children?: ReactNode;
};

/** A measured figure never stands alone: beside it what was promised, and whether that was kept. */
export function FigureWithTarget({
  label,
  figure,
  target,
  comparator = 'AT_LEAST',
  verdict,
  deemed,
  open,
  children,
}: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.figure}>
      <Text size="xs" className="quiet">
        {label}
      </Text>
      <div className={classes.row}>
        <span className={`${classes.value} figures`}>
          {figure === null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 })}
        </span>
        {verdict && <VerdictBadge verdict={verdict} deemed={deemed} quiet={open} />}
      </div>
      <Text size="xs" className="quiet figures">
        {t(`ui.target.${comparator}`, { target: formatExactPercent(target) })}
      </Text>
      {children}
    </div>
  );
}
