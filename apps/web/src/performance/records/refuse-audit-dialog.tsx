import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { RefuseFigureAuditDocument } from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';

/** Why an audit changes nothing. */
export function RefuseAuditDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct(RefuseFigureAuditDocument, { done: t('records.audit.refuseDone'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(z.object({ reason: needed })), defaultValues: { reason: '' } });
  return (
    <FormDialog
      title={t('records.audit.refuse')}
      form={form}
      submit={t('records.audit.refuse')}
      onSubmit={({ reason }) => act.mutateAsync({ id, reason })}
      onClose={onClose}
    >
      <TextField name="reason" label={t('records.field.reason')} rows={3} required />
    </FormDialog>
  );
}
