import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../ui/instant';
import classes from './data-as-of.module.css';

const staleAfterMs = 3 * 86_400_000;

type Props = {
  at: string | null | undefined;
  /** Newer data is still awaited: the period is open, and a source feeds it. */
  awaited: boolean;
  /** Of the periods beside it; without one, at the reader's wall. */
  zone?: string;
};

/** How new the newest measurement is; where newer data is awaited, old data is marked: a verdict on it may be wrong. */
export function DataAsOf({ at, awaited, zone }: Props) {
  const { t } = useTranslation();
  if (!at) return <span className={classes.line}>{t('performance.asOf.none')}</span>;
  const stale = awaited && isStale(at);
  return (
    <span className={classes.line} data-stale={stale || undefined}>
      {stale && <IconClockExclamation size={15} stroke={1.7} aria-hidden />}
      <span>
        {t('performance.asOf.words')} <Instant at={at} zone={zone} />
        {stale && `. ${t('performance.asOf.stale')}`}
      </span>
    </span>
  );
}

export function isStale(at: string, now = Date.now()): boolean {
  return now - Date.parse(at) > staleAfterMs;
}
