import { useTranslation } from 'react-i18next';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';

/** What one should know before anything else: that the service is not there yet, or not for long. */
export function ServiceNotice({ service: { lifecycle } }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  if (lifecycle === 'LIVE') return null;
  return <div className={classes.notice}>{t(`catalog.notice.${lifecycle}`)}</div>;
}
