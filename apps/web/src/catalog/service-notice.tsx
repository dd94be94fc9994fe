import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useToday } from '../app/use-today';
import { formatDay } from '../ui/format-instant';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';

/** What one should know before anything else: that the service is not there yet, or not for long, or not to be ordered. */
export function ServiceNotice({ service }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  const today = useToday();
  const { viewerCanOrder } = useViewer();
  const { lifecycle, orderRefusal, retiring, name } = service;
  if (retiring) {
    const { reason, endsOn, closesOn } = retiring;
    const closed = closesOn <= today;
    return (
      <div className={classes.notice}>
        {t('catalog.retiring.service', { name, day: formatDay(endsOn), reason })}{' '}
        {t(closed ? 'catalog.retiring.closed' : 'catalog.retiring.closes', { day: formatDay(closesOn) })}{' '}
        {t('catalog.retiring.goesOn')}
      </div>
    );
  }
  if (lifecycle === 'LIVE')
    return orderRefusal && <div className={viewerCanOrder ? classes.notice : 'quiet'}>{orderRefusal}</div>;
  return <div className={classes.notice}>{t(`catalog.notice.${lifecycle}`)}</div>;
}
