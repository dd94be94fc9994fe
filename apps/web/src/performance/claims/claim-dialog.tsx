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
import { byHandOf, settlingOf } from './claim-words';

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
export function ClaimDialog({ claim, move, noted, onClose }: Props) {
  const { t } = useTranslation();
  const { id, version } = claim;
  const settling = move === 'settle' ? settlingOf(claim) : null;
  const options = { done: t(`claims.act.${settling ?? move}Done`), onDone: onClose };
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
  const act = t(`claims.act.${settling ?? (isAnswer ? (`${move}For` as const) : move)}`);
  return (
    <FormDialog title={act} form={form} submit={act} onSubmit={({ words }) => send(words)} onClose={onClose}>
      <TextField
        name="words"
        rows={3}
        label={t(`claims.field.${settling ?? (isAnswer ? 'answer' : 'reason')}`)}
        description={settling ? t(`claims.field.${settling}Hint`, { amount: byHandOf(claim) }) : undefined}
        required={!isOptional}
      />
    </FormDialog>
  );
}
