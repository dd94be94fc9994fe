import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RiskNote } from '../../ui/risk-note';
import type { Result } from './result-keys';

/** The frozen figure is not what would come out today; says who acts next. */
export function LateData({ result }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <RiskNote icon={IconClockExclamation}>
      {t('performance.late.words')} {t(result.viewerCanRestate ? 'performance.late.you' : 'performance.late.manager')}
    </RiskNote>
  );
}
