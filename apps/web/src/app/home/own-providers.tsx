import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OwnProvidersDocument } from '../../generated/graphql';
import { Standing } from '../../providers/standing';
import { EmptyState } from '../../ui/empty-state';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { query } from '../query';
import { TextLink } from '../text-link';

/** For somebody from outside: the provider for which they speak, and nothing else. */
export function OwnProviders() {
  const { t } = useTranslation();
  const asked = useQuery(query(OwnProvidersDocument, {}));
  return (
    <Loaded query={asked}>
      {({ providers: { edges } }) =>
        edges.length === 0 ? (
          <EmptyState kind="noPermission" owner={t('app.forbidden.owner')} />
        ) : (
          edges.map(({ node: { id, slug, name, standing } }) => (
            <Panel
              key={id}
              title={
                <TextLink to="/providers/$slug" params={{ slug }} inherit>
                  {name}
                </TextLink>
              }
              description={t('providers.standingWords')}
            >
              <Standing standing={standing} />
            </Panel>
          ))
        )
      }
    </Loaded>
  );
}
