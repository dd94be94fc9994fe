import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LifecycleBadge } from '../../catalog/lifecycle-badge';
import { OwnServicesDocument, type OwnServicesQuery, type StandingFragment } from '../../generated/graphql';
import { Standing } from '../../providers/standing';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { query } from '../query';
import { useViewer } from '../session';
import { TextLink } from '../text-link';
import classes from './home.module.css';

type Service = OwnServicesQuery['services']['edges'][number]['node'];

/** The services that the viewer owns, each with how its commitments stand. Nothing for who owns none. */
export function OwnServices() {
  const { t } = useTranslation();
  const { person } = useViewer();
  const asked = useQuery(query(OwnServicesDocument, { ownerIds: [person.id] }));
  return (
    <Loaded query={asked} loading={null}>
      {({ services: { edges } }) =>
        edges.length > 0 && (
          <Panel title={t('app.home.own')} description={t('app.home.ownWords')} flush>
            <ul className={classes.list}>
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <Group gap="xs">
                    <TextLink to="/catalog/$slug" params={{ slug: node.slug }} fw={550}>
                      {node.name}
                    </TextLink>
                    {node.lifecycle !== 'LIVE' && <LifecycleBadge lifecycle={node.lifecycle} />}
                  </Group>
                  <Standing standing={standingOf(node)} />
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </Loaded>
  );
}

function standingOf({ commitments }: Service): StandingFragment {
  const count = (verdict: string) => commitments.filter(({ result }) => result?.verdict === verdict).length;
  return {
    met: count('MET'),
    missed: count('MISSED'),
    atRisk: count('AT_RISK'),
    insufficientData: count('INSUFFICIENT_DATA'),
  };
}
