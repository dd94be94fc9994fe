import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format-instant';
import { formatPercent } from '../../ui/format-percent';
import { VerdictBadge } from '../../ui/verdict-badge';
import { closingWords } from '../closing-words';
import type { Closing, Staying } from './closing';
import classes from './what-closes.module.css';

type Props = { plan: { closes: Closing[]; stays: Staying[] }; more: boolean };

/** The results that freeze with their verdicts, and those that do not with the reason. */
export function WhatCloses({ plan: { closes, stays }, more }: Props) {
  const { t } = useTranslation();
  const why = ({ why: reason, result }: Staying) =>
    reason === 'runs'
      ? t('performance.close.runs', { at: formatInstant(result.to, { zone: result.timeZone, style: 'date' }) })
      : t(`performance.close.${reason}`);
  return (
    <>
      <Text size="sm">
        {t(closes.length > 0 ? 'performance.close.words' : 'performance.close.nothing')}
        {more && ` ${t('performance.close.more')}`}
      </Text>
      {closes.length > 0 && (
        <ul className={classes.list} aria-label={t('performance.close.freezes')}>
          {closes.map(({ id, name, result }) => (
            <li key={id}>
              <span>
                {name}
                {result.closing && (
                  <small className="quiet">
                    {' '}
                    {t('performance.closing.title')}: {closingWords(result.closing, result.timeZone)}
                  </small>
                )}
              </span>
              <span className="figures quiet">
                {result.figure == null ? t('ui.noFigure') : formatPercent(result.figure, { decimals: 3 })}
              </span>
              <VerdictBadge verdict={result.verdict} />
            </li>
          ))}
        </ul>
      )}
      {stays.length > 0 && (
        <details className={classes.stays}>
          <summary>{t('performance.close.stays', { count: stays.length })}</summary>
          <ul className={classes.list}>
            {stays.map((row) => (
              <li key={row.id}>
                <span>{row.name}</span>
                <span className="quiet">{why(row)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
