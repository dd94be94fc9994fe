import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel';
import { DriftTrend } from './drift-trend';
import { useDrift } from './use-drift';
import './words';

/** Week by week, how a commitment gets slowly worse; nothing where it does not. */
export function DriftPanel({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const drift = useDrift(commitmentId);
  if (!drift?.trend) return null;
  return (
    <Panel title={t('findings.trend.title')}>
      <DriftTrend finding={drift} trend={drift.trend} />
    </Panel>
  );
}
