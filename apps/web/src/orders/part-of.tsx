import { useTranslation } from 'react-i18next';

/** The bundle that something was ordered with; nothing where it was ordered by itself. */
export function PartOf({ bundle }: { bundle: { name: string } | null }) {
  const { t } = useTranslation();
  return bundle && <span className="quiet">{t('orders.partOf', bundle)}</span>;
}
