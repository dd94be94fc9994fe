import { useTranslation } from 'react-i18next';

/** Services that rest on what is to retire, and what their owners do. */
export function NeededBy({ names }: { names: readonly string[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return <p>{t('retirement.neededBy', { count: names.length, names: names.join(', ') })}</p>;
}
