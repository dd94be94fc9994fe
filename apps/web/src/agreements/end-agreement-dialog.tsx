import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { todayIn } from '../app/use-today';
import { ProposeAgreementEndDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import type { AgreementOnPage } from './agreement-page';

const schema = z.object({ on: day, reason: needed });

/** Asks for the last day of an agreement, on which a second person decides. */
export function EndAgreementDialog({ agreement, onClose }: { agreement: AgreementOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useAct(ProposeAgreementEndDocument, { done: t('agreements.endDone'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { on: todayIn(agreement.timeZone), reason: '' },
  });
  return (
    <FormDialog
      title={t('agreements.endTitle', { name: agreement.name })}
      form={form}
      submit={t('agreements.end')}
      onSubmit={(input) => end.mutateAsync({ id: agreement.id, ...input })}
      onClose={onClose}
    >
      <Text>{t('agreements.endWords')}</Text>
      <DateField name="on" label={t('people.roles.lastDay')} required />
      <TextField
        name="reason"
        label={t('ui.confirm.reason')}
        description={t('ui.confirm.reasonHint')}
        rows={2}
        required
      />
    </FormDialog>
  );
}
