import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format-instant';
import { KeyValueList } from '../../ui/key-value-list';

/** What one has to know to read the sheet later, last when it was made; at the wall of `zone`, else at the reader's. */
export function SheetFacts({ facts, zone }: { facts: [string, string][]; zone?: string }) {
  const { t } = useTranslation();
  const [madeAt] = useState(() => new Date().toISOString());
  const made: [string, string] = [t('performance.sheet.made'), formatInstant(madeAt, { zone })];
  return <KeyValueList columns={2} items={[...facts, made].map(([label, value]) => ({ label, value }))} />;
}
