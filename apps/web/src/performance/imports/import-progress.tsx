import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '../../ui/format-number';
import { Panel } from '../../ui/panel';
import { ProgressWithWords } from '../../ui/progress-with-words';
import type { ShownImport } from './import-page';

/** How far the file is read; at its end the commitments are judged. */
export function ImportProgress({ shown: { bytesRead, bytesTotal, rowsRead } }: { shown: ShownImport }) {
  const { t } = useTranslation();
  const read = bytesRead >= bytesTotal;
  return (
    <Panel>
      <ProgressWithWords
        label={t('performance.import.progress')}
        value={bytesRead}
        max={bytesTotal}
        words={t(read ? 'performance.import.judging' : 'performance.import.reading', {
          read: formatBytes(bytesRead),
          total: formatBytes(bytesTotal),
          rows: formatNumber(rowsRead),
        })}
      />
    </Panel>
  );
}
