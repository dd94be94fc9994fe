import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { AgreementChainsDocument, CommitmentChainDocument } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { ChainList } from './chain-view';
import '../words';
import './words';

/** What a commitment rests on. */
export function ChainPanel({ service, slug }: { service: string; slug: string }) {
  const { t } = useTranslation();
  const found = useQuery(query(CommitmentChainDocument, { service, slug }));
  return (
    <Panel title={t('chain.title')} description={t('chain.today')}>
      <Loaded query={found}>{({ commitment }) => <ChainList commitments={commitment ? [commitment] : []} />}</Loaded>
    </Panel>
  );
}

/** What the commitments of an agreement rest on. */
export function AgreementChains({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const found = useQuery(query(AgreementChainsDocument, { slug }));
  return (
    <Panel title={t('chain.title')} description={t('chain.today')}>
      <Loaded query={found}>{({ agreement }) => <ChainList commitments={agreement?.commitments ?? []} />}</Loaded>
    </Panel>
  );
}
