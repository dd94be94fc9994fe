import { useTranslation } from 'react-i18next';
import type { BillLineFragment } from '../generated/graphql';
import { Explanation } from '../performance/explanation';
import { Dialog } from '../ui/dialog';

/** The steps of the calculation that made a line. */
export function BillHowDialog({ line, onClose }: { line: BillLineFragment; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('bill.howTitle', { label: line.label })} size="lg">
      <Explanation steps={line.explanation} zone="UTC" />
    </Dialog>
  );
}
