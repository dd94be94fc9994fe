import { useTranslation } from 'react-i18next';
import { ComingPage } from '../app/coming-page';

export function ExclusionsPage() {
  const { t } = useTranslation();
  return <ComingPage title={t('app.nav.exclusions')} />;
}
