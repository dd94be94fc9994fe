import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import type { ServiceLinkFragment } from '../generated/graphql';
import { useViewer } from '../app/session';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import { LifecycleBadge } from './lifecycle-badge';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';

/** Who answers for it, who delivers it, and what stands above and below it. */
export function ServiceFacts({ service }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  const { viewerCanSeeProviders } = useViewer();
  const { owner, provider, team, unit, lineOfService, supportingServices, supportedServices } = service;
  return (
    <Panel title={t('catalog.facts')}>
      <KeyValueList
        items={[
          { label: t('catalog.facet.owner'), value: owner?.name ?? t('catalog.noOwner') },
          {
            label: t('catalog.facet.provider'),
            value:
              provider && viewerCanSeeProviders ? (
                <TextLink to="/providers/$slug" params={{ slug: provider.slug }}>
                  {provider.name}
                </TextLink>
              ) : (
                provider?.name
              ),
          },
          ...(team ? [{ label: t('catalog.team'), value: team.name }] : []),
          { label: t('catalog.facet.line'), value: t(`catalog.line.${lineOfService}`) },
          ...(unit ? [{ label: t('people.unit'), value: unit.name }] : []),
          ...(supportingServices.length > 0
            ? [{ label: t('catalog.restsOn'), value: <Services services={supportingServices} /> }]
            : []),
          ...(supportedServices.length > 0
            ? [{ label: t('catalog.carries'), value: <Services services={supportedServices} /> }]
            : []),
        ]}
      />
    </Panel>
  );
}

function Services({ services }: { services: readonly ServiceLinkFragment[] }) {
  return (
    <ul className={classes.links}>
      {services.map(({ id, slug, name, lifecycle }) => (
        <li key={id}>
          <TextLink to="/catalog/$slug" params={{ slug }}>
            {name}
          </TextLink>{' '}
          {lifecycle !== 'LIVE' && <LifecycleBadge lifecycle={lifecycle} />}
        </li>
      ))}
    </ul>
  );
}
