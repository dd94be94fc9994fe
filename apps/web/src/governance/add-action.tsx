import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { startAdding } from '../app/shell/start-adding';
import { Panel } from '../ui/panel';
import { ActionForm } from './action-form';

/** The form for an action where somebody asked for it; it takes the focus. */
export function AddAction(props: { reviewId: string; onAdded: () => void }) {
  const { t } = useTranslation();
  useEffect(() => void startAdding(), []);
  return (
    <div data-adds>
      <Panel title={t('governance.action.add')}>
        <ActionForm {...props} />
      </Panel>
    </div>
  );
}
