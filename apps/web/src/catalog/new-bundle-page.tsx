import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import './bundle-words';

const NewBundleForm = onDemand(() => import('./new-bundle-form').then((module) => module.NewBundleForm));

/** A new bundle, as a draft. */
export function NewBundlePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('bundles.manage.title'), to: '/manage/bundles' }]} />}
        title={t('bundles.manage.add')}
        subtitle={t('bundles.manage.subtitle')}
      />
      <Panel>
        <NewBundleForm />
      </Panel>
    </>
  );
}
