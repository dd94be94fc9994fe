import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { useViewer } from './session';

/** What a person needs today. */
export function HomePage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <>
      <PageHeader
        title={t('app.home.title', { name: viewer.person.name.split(' ')[0] })}
        subtitle={t('app.home.subtitle')}
      />
      <Group gap="xs">
        <Button component={Link} to="/catalog">
          {t('app.home.catalog')}
        </Button>
        {viewer.viewerCanSeeCommitments && (
          <Button component={Link} to="/commitments" variant="default">
            {t('app.nav.commitments')}
          </Button>
        )}
      </Group>
    </>
  );
}
