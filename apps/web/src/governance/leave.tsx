import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';

/** From the room back to the review. */
export function Leave({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <LinkButton
      size="xs"
      variant="default"
      leftSection={<IconX size={15} />}
      to="/reviews/$id"
      params={{ id }}
      search={{ step: 'run' }}
    >
      {t('governance.present.leave')}
    </LinkButton>
  );
}
