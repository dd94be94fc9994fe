import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { decimal, needed, optionalText } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { ProposeFigureAuditDocument } from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { NumberField } from '../../ui/number-field';
import { TextField } from '../../ui/text-field';

const schema = z.object({ figure: decimal, report: needed, url: optionalText, reason: needed });
const nothing = { figure: '', report: '', url: '' as string | null, reason: '' };

/** What an audit found of a settled figure, and where that is written. */
export function AuditDialog({ resultId, onClose }: { resultId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct(ProposeFigureAuditDocument, { done: t('records.audit.proposeDone'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: nothing });
  return (
    <FormDialog
      title={t('records.audit.propose')}
      form={form}
      submit={t('records.audit.propose')}
      onSubmit={(values) => act.mutateAsync({ input: { resultId, ...values } })}
      onClose={onClose}
    >
      <NumberField name="figure" label={t('records.field.auditFigure')} suffix="%" exact required />
      <TextField name="report" label={t('records.field.report')} description={t('records.field.reportHint')} required />
      <TextField name="url" label={t('records.field.url')} placeholder="https://" />
      <TextField name="reason" label={t('records.field.auditReason')} rows={3} required />
    </FormDialog>
  );
}
