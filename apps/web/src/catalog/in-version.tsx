import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { ManagedService } from './manage-service-page';

/** Whether what customers read of it is changed by a version, which a second person publishes. */
export const isInVersion = ({ lifecycle, liveVersion, draft }: ManagedService): boolean =>
  (lifecycle !== 'PROPOSED' && lifecycle !== 'CHARTERED') || liveVersion !== null || draft !== null;

/** Says where it is changed. */
export function InVersion({ slug }: { slug: string }) {
  const { t } = useTranslation();
  return (
    <p className="quiet">
      {t('catalog.words.inVersion')}{' '}
      <TextLink to="/manage/services/$slug" params={{ slug }} search={{ tab: 'plans' }} underline="always">
        {t('catalog.words.toDraft')}
      </TextLink>
    </p>
  );
}
