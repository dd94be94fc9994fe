import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { CopyLink } from '../ui/copy-link';
import { PageHeader } from '../ui/page-header';
import { StatementView } from './statement-view';
import './words';
import '../governance/words';

const route = getRouteApi('/shell/statement/$id');

/** One statement: what is paid, and the steps from the measured results to it. */
export function StatementPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { viewerHasStatements } = useViewer();
  return (
    <>
      <PageHeader
        above={viewerHasStatements && <Breadcrumbs crumbs={[{ label: t('app.nav.statement'), to: '/statement' }]} />}
        title={t('rewards.statement')}
        subtitle={t('rewards.statementSubtitle')}
        actions={<CopyLink />}
      />
      <StatementView key={id} id={id} />
    </>
  );
}
