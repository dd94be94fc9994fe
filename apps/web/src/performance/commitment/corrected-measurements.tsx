import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel';
import { CorrectedList } from './corrected-list';
import type { Result } from './result-keys';

type Props = { corrected: Result['correctedMeasurements']; zone: string };

/** Measurements of the period that took the place of other ones. */
export function CorrectedMeasurements({ corrected, zone }: Props) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('performance.correctedMeasurement.title')}
      description={t('performance.correctedMeasurement.words')}
    >
      <CorrectedList corrected={corrected} zone={zone} />
    </Panel>
  );
}
