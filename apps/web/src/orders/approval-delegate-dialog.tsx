import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { DelegateApprovalDocument } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import './approval-words';

const schema = z.object({ personId: neededChoice, reason: needed });

type Props = { order: { id: string; number: string }; onClose: () => void };

/** Hands the viewer's question to a colleague who can answer it. */
export function ApprovalDelegateDialog({ order: { id, number }, onClose }: Props) {
  const { t } = useTranslation();
  const delegate = useAct(DelegateApprovalDocument, { done: t('approvals.delegated', { number }), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { personId: '', reason: '' } });
  return (
    <FormDialog
      title={t('approvals.delegateTitle', { number })}
      form={form}
      submit={t('approvals.delegate')}
      onSubmit={(values) => delegate.mutateAsync({ id, ...values })}
      onClose={onClose}
    >
      <PersonField
        name="personId"
        label={t('approvals.delegateTo')}
        description={t('approvals.delegateWords')}
        required
      />
      <TextField name="reason" label={t('approvals.why')} rows={2} required />
    </FormDialog>
  );
}
