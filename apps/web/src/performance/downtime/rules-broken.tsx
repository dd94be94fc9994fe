import { useTranslation } from 'react-i18next';
import type { RuleBrokenFragment } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import classes from './downtime.module.css';

/** What of a maintenance counts as downtime all the same, and by which rule of which agreement. */
export function RulesBroken({ broken }: { broken: RuleBrokenFragment[] }) {
  const { t } = useTranslation();
  if (broken.length === 0) return <span className="quiet">{t('performance.maintenance.countsNothing')}</span>;
  return (
    <ul className={classes.broken}>
      {broken.map(({ rule, agreement, from, to }) => (
        <li key={`${agreement} ${rule} ${from}`}>
          {t(`performance.maintenance.broken.${rule}`, {
            agreement,
            time: formatDuration(Date.parse(to) - Date.parse(from)),
          })}
        </li>
      ))}
    </ul>
  );
}
