import { useTranslation } from 'react-i18next';
import type { BillLineFragment } from '../generated/graphql';
import { Dialog } from '../ui/dialog';
import { ExplanationSteps } from '../ui/explanation-steps';
import { explainCharge } from './explain-charge';

/** The steps of the calculation that made a line, each in a sentence. */
export function BillHowDialog({ line, onClose }: { line: BillLineFragment; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('bill.howTitle', { label: line.label })} size="lg">
      <ExplanationSteps steps={line.explanation} zone="UTC" sentence={explainCharge} />
    </Dialog>
  );
}
