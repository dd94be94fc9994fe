import { useTranslation } from 'react-i18next';
import type { TaskFactsFragment } from '../generated/graphql';
import { ToneBadge } from '../ui/tone-badge';
import './fulfilment-words';

const tones = {
  WAITING: 'neutral',
  OPEN: 'accent',
  STARTED: 'accent',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
} as const;
const marks = { WAITING: '', OPEN: '', STARTED: '', DONE: '✓ ', FAILED: '✕ ', CANCELLED: '' } as const;

export function TaskStateBadge({ state }: Pick<TaskFactsFragment, 'state'>) {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={tones[state]}>
      {marks[state]}
      {t(`fulfilment.state.${state}`)}
    </ToneBadge>
  );
}
