import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { ManagedBundlesDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import './bundle-words';

/** Which bundles are offered, and what is in the making? */
export function ManageBundlesPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(ManagedBundlesDocument, {}));
  const add = <LinkButton to="/manage/bundles/new">{t('bundles.manage.add')}</LinkButton>;
  return (
    <>
      <PageHeader title={t('bundles.manage.title')} subtitle={t('bundles.manage.subtitle')} actions={add} />
      <Loaded query={asked}>
        {({ bundles }) =>
          bundles.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('bundles.manage.none')} action={add}>
              {t('bundles.manage.noneWords')}
            </EmptyState>
          ) : (
            <Panel>
              <SimpleTable
                label={t('bundles.manage.title')}
                head={[
                  t('bundles.title'),
                  t('bundles.owner'),
                  t('bundles.manage.live'),
                  t('bundles.manage.inTheMaking'),
                ]}
                rows={bundles.map(({ slug, name, outcome, owner, endedAt, versions }) => {
                  const live = versions.find(({ state }) => state === 'PUBLISHED');
                  const open = versions.find(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
                  return [
                    <div key="name">
                      <TextLink to="/manage/bundles/$slug" params={{ slug }} fw={550}>
                        {name}
                      </TextLink>
                      <div className="quiet">{outcome}</div>
                    </div>,
                    owner.name,
                    endedAt
                      ? t('bundles.manage.state.ended')
                      : live
                        ? t('bundles.manage.version', { number: live.number })
                        : t('bundles.manage.notYet'),
                    open ? t(`bundles.manage.state.${open.state}`) : '–',
                  ];
                })}
              />
            </Panel>
          )
        }
      </Loaded>
    </>
  );
}
