import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../generated/graphql';
import { formatInstant } from '../ui/format-instant';
import { ToneBadge, type Tone } from '../ui/tone-badge';

const tones: Record<ProposalState, Tone> = {
  PROPOSED: 'warning',
  APPROVED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};

/** Where a proposal that needs a second person stands. */
export function ProposalBadge({ state }: { state: ProposalState }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[state]}>{t(`governance.proposal.${state}`)}</ToneBadge>;
}

type Proposal = {
  state: ProposalState;
  proposedBy: { name: string } | null;
  proposedAt: string;
  decidedBy: { name: string } | null;
  decidedAt: string | null;
  reason: string | null;
  bootstrap?: boolean;
  viewerCanApprove: boolean;
};

/** Who proposed it, who decided, or who acts next. */
export function ProposalStory({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, reason, bootstrap, viewerCanApprove } = proposal;
  const nobody = t('people.somebody');
  const proposed = { name: proposedBy?.name ?? nobody, at: formatInstant(proposedAt, { style: 'date' }) };
  const decided = {
    name: decidedBy?.name ?? nobody,
    at: decidedAt ? formatInstant(decidedAt, { style: 'date' }) : '–',
  };
  return (
    <Text size="sm" className="quiet" mb="xs" component="div">
      {t('governance.proposedBy', proposed)}{' '}
      {state === 'PROPOSED'
        ? t(viewerCanApprove ? 'governance.waitsForYou' : 'governance.waitsForSecond')
        : t(`governance.decidedBy.${state}`, decided)}{' '}
      {bootstrap && t('governance.bootstrap')}
      {reason && <div>“{reason}”</div>}
    </Text>
  );
}
