import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format-instant';
import { KeyValueList } from '../../ui/key-value-list';

/** What one has to know to read the sheet later, last when it was made. */
export function SheetFacts({ facts }: { facts: [string, string][] }) {
  const { t } = useTranslation();
  const [madeAt] = useState(() => new Date().toISOString());
  const made: [string, string] = [t('performance.sheet.made'), formatInstant(madeAt)];
  return <KeyValueList columns={2} items={[...facts, made].map(([label, value]) => ({ label, value }))} />;
}
