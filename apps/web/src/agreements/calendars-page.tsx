import { useTranslation } from 'react-i18next';
import { ComingPage } from '../app/coming-page';

export function CalendarsPage() {
  const { t } = useTranslation();
  return <ComingPage title={t('app.nav.calendars')} />;
}
