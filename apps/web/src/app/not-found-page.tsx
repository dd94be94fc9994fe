import { Button, Container } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';

/** 404: nothing stands at this address, or nothing that the viewer may know of. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Container size="sm" py="xl" px={0}>
      <PageHeader above="404" title={t('app.notFound.title')} subtitle={t('app.notFound.words')} />
      <Button component={Link} to="/" variant="default">
        {t('app.toHome')}
      </Button>
    </Container>
  );
}
