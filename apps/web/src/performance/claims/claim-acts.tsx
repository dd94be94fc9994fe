import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { ApproveClaimWaiverDocument, ClaimCreditDocument, type ClaimPageQuery } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatMoney } from '../../ui/format-money';
import { onDemand } from '../../ui/on-demand';
import { owedByUs } from '../breaches/who-owes';
import type { WordedMove } from './claim-dialog';
import { settlingOf } from './claim-words';

const ClaimDialog = onDemand(() => import('./claim-dialog').then((module) => module.ClaimDialog));

export type ShownClaim = NonNullable<ClaimPageQuery['claim']>;
type Open = WordedMove | 'claim' | 'approveWaiver' | null;

/** What the viewer may do with a claim; what leads on comes first. */
export function ClaimActs({ claim }: { claim: ShownClaim }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const claiming = useAct(ClaimCreditDocument, { done: t('claims.act.claimDone'), onDone: close });
  const approving = useAct(ApproveClaimWaiverDocument, { done: t('claims.act.approveWaiverDone'), onDone: close });
  const { id, version, agreement } = claim;
  // What a company answered is noted by who claims it.
  const isOurs = agreement !== null && agreement !== undefined && !owedByUs(agreement) && claim.viewerCanAskWaiver;
  const acts: [may: boolean, move: Exclude<Open, null>, words: string][] = [
    [claim.viewerCanClaim, 'claim', t('claims.act.claim')],
    [claim.viewerCanSettle, 'settle', t(`claims.act.${settlingOf(claim)}`)],
    [claim.viewerCanAccept, 'accept', t(isOurs ? 'claims.act.acceptFor' : 'claims.act.accept')],
    [claim.viewerCanInsist, 'insist', t('claims.act.insist')],
    [claim.viewerCanDispute, 'dispute', t(isOurs ? 'claims.act.disputeFor' : 'claims.act.dispute')],
    [claim.viewerCanDecideWaiver, 'approveWaiver', t('claims.act.approveWaiver')],
    [claim.viewerCanDecideWaiver, 'refuseWaiver', t('claims.act.refuseWaiver')],
    [claim.viewerCanAskWaiver, 'askWaiver', t('claims.act.askWaiver')],
  ];
  const offered = acts.filter(([may]) => may);
  if (offered.length === 0) return null;
  const asked = open === 'claim' || open === 'approveWaiver' ? open : null;
  return (
    <Group gap="xs">
      {offered.map(([, move, words], i) => (
        <Button key={move} size="sm" variant={i === 0 ? 'filled' : 'default'} onClick={() => setOpen(move)}>
          {words}
        </Button>
      ))}
      <ConfirmDialog
        opened={asked !== null}
        onClose={close}
        title={t(`claims.act.${asked ?? 'claim'}`)}
        confirm={t(`claims.act.${asked ?? 'claim'}`)}
        onConfirm={() => (asked === 'claim' ? claiming : approving).mutateAsync({ id, version })}
      >
        {asked === 'approveWaiver'
          ? claim.waiver?.reason
          : t('claims.act.claimWords', { amount: formatMoney(claim.amount) })}
      </ConfirmDialog>
      {open !== null && asked === null && (
        <ClaimDialog claim={claim} move={open as WordedMove} noted={isOurs} onClose={close} />
      )}
    </Group>
  );
}
