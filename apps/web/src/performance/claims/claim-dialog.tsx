import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, optionalText } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import {
  AcceptClaimDocument,
  AskClaimWaiverDocument,
  DisputeClaimDocument,
  InsistOnClaimDocument,
  RefuseClaimWaiverDocument,
  SettleClaimDocument,
} from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';
import type { ShownClaim } from './claim-acts';

/** Moves of a claim that come with words. */
export type WordedMove = 'accept' | 'dispute' | 'insist' | 'settle' | 'askWaiver' | 'refuseWaiver';

type Props = {
  claim: ShownClaim;
  move: WordedMove;
  /** What the other side said outside is written down. */
  noted: boolean;
  onClose: () => void;
};

/** Says why, or by what. */
export function ClaimDialog({ claim: { id, version }, move, noted, onClose }: Props) {
  const { t } = useTranslation();
  const options = { done: t(`claims.act.${move}Done`), onDone: onClose };
  const accept = useAct(AcceptClaimDocument, options);
  const dispute = useAct(DisputeClaimDocument, options);
  const insist = useAct(InsistOnClaimDocument, options);
  const settle = useAct(SettleClaimDocument, options);
  const askWaiver = useAct(AskClaimWaiverDocument, options);
  const refuseWaiver = useAct(RefuseClaimWaiverDocument, options);
  const isOptional = move === 'accept' && !noted;
  const form = useForm({
    resolver: zodResolver(z.object({ words: isOptional ? optionalText : needed })),
    defaultValues: { words: '' as string | null },
  });
  const send = (words: string | null) => {
    const reason = words ?? '';
    switch (move) {
      case 'accept':
        return accept.mutateAsync({ id, version, note: words });
      case 'settle':
        return settle.mutateAsync({ id, version, note: reason });
      case 'dispute':
        return dispute.mutateAsync({ id, version, reason });
      case 'insist':
        return insist.mutateAsync({ id, version, reason });
      case 'askWaiver':
        return askWaiver.mutateAsync({ id, version, reason });
      case 'refuseWaiver':
        return refuseWaiver.mutateAsync({ id, version, reason });
    }
  };
  const isAnswer = (move === 'accept' || move === 'dispute') && noted;
  return (
    <FormDialog
      title={t(`claims.act.${isAnswer ? (`${move}For` as 'acceptFor' | 'disputeFor') : move}`)}
      form={form}
      submit={t(`claims.act.${isAnswer ? (`${move}For` as 'acceptFor' | 'disputeFor') : move}`)}
      onSubmit={({ words }) => send(words)}
      onClose={onClose}
    >
      <TextField
        name="words"
        rows={3}
        label={t(move === 'settle' ? 'claims.field.payment' : isAnswer ? 'claims.field.answer' : 'claims.field.reason')}
        description={move === 'settle' ? t('claims.field.paymentHint') : undefined}
        required={!isOptional}
      />
    </FormDialog>
  );
}
