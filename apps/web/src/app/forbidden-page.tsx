import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';

/** 403: it exists, but not for the viewer; says whom to ask. */
export function ForbiddenPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('app.forbidden.title')} />
      <EmptyState
        kind="noPermission"
        owner={t('app.forbidden.owner')}
        action={
          <Button component={Link} to="/" variant="default">
            {t('app.toHome')}
          </Button>
        }
      />
    </>
  );
}
