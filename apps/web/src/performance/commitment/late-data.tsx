import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Result } from './result-keys';
import classes from './late-data.module.css';

/** The frozen figure is not what would come out today; says who acts next. */
export function LateData({ result }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <div className={classes.notice} role="note">
      <IconClockExclamation size={18} stroke={1.6} aria-hidden />
      <span>
        {t('performance.late.words')} {t(result.viewerCanRestate ? 'performance.late.you' : 'performance.late.manager')}
      </span>
    </div>
  );
}
