import { useTranslation } from 'react-i18next';
import { ComingPage } from '../app/coming-page';

export function AuditPage() {
  const { t } = useTranslation();
  return <ComingPage title={t('app.nav.audit')} />;
}
