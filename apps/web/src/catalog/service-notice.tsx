import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';

/** What one should know before anything else: that the service is not there yet, or not for long, or not to be ordered. */
export function ServiceNotice({ service: { lifecycle, orderRefusal } }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  const { viewerCanOrder } = useViewer();
  if (lifecycle === 'LIVE')
    return viewerCanOrder && orderRefusal && <div className={classes.notice}>{orderRefusal}</div>;
  return <div className={classes.notice}>{t(`catalog.notice.${lifecycle}`)}</div>;
}
