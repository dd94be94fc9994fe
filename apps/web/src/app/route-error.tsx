import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../ui/error-panel';
import { PageHeader } from '../ui/page-header';
import { ForbiddenPage } from './forbidden-page';
import { NotFoundPage } from './not-found-page';
import { isRequestError } from './request-error';

/** What stands in a route's place when it failed; the shell around it is alive. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (isRequestError(error, 'FORBIDDEN')) return <ForbiddenPage />;
  if (isRequestError(error, 'NOT_FOUND')) return <NotFoundPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="sm" py="xl" px={0}>
      <PageHeader title={t('app.failed')} />
      <ErrorPanel error={error instanceof Error ? error : new Error(String(error))} onRetry={retry} untitled />
    </Container>
  );
}
