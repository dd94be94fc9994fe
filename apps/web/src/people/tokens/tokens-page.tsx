import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { AccessTokensDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { TokenTable } from './token-table';
import './words';

const MakeTokenDialog = onDemand(() => import('./make-token-dialog').then((module) => module.MakeTokenDialog));

const route = getRouteApi('/shell/settings/tokens');

/** Which programs act in my name? */
export function TokensPage() {
  const { t } = useTranslation();
  const { make } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(AccessTokensDocument, {}));
  const button = (
    <Button leftSection={<IconKey size={16} stroke={1.7} />} onClick={() => void navigate({ search: { make: true } })}>
      {t('tokens.make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('people.tokens')} subtitle={t('tokens.subtitle')} actions={button} />
      <Loaded query={asked}>
        {({ accessTokens }) =>
          accessTokens.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('tokens.none')}>
              {t('tokens.noneWords')}
            </EmptyState>
          ) : (
            <TokenTable tokens={accessTokens} />
          )
        }
      </Loaded>
      {make && <MakeTokenDialog onClose={() => void navigate({ search: {} })} />}
    </>
  );
}
