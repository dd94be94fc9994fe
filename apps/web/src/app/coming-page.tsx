import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';

/** Stands where a screen is still to be built. */
export function ComingPage({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} />
      <EmptyState kind="nothingYet">{t('app.coming')}</EmptyState>
    </>
  );
}
