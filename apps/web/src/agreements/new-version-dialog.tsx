import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { todayIn } from '../app/use-today';
import { DraftAgreementVersionDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FormDialog } from '../ui/form-dialog';
import type { AgreementOnPage } from './agreement-page';

const schema = z.object({ effectiveFrom: day });

/** A draft of the next version, which starts as a copy of the newest. */
export function NewVersionDialog({ agreement, onClose }: { agreement: AgreementOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useAct(DraftAgreementVersionDocument, { done: t('agreements.versionDrafted') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { effectiveFrom: nextMonth(todayIn(agreement.timeZone)) },
  });
  const submit = async ({ effectiveFrom }: z.output<typeof schema>) => {
    const { draftAgreementVersion } = await draft.mutateAsync({ agreementId: agreement.id, effectiveFrom });
    const number = draftAgreementVersion.version?.number;
    await navigate({
      to: '/agreements/$slug',
      params: { slug: agreement.slug },
      search: { version: number ? String(number) : undefined },
    });
    onClose();
  };
  return (
    <FormDialog
      title={t('agreements.newVersion')}
      form={form}
      submit={t('agreements.newVersion')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('agreements.newVersionWords')}</Text>
      <DateField
        name="effectiveFrom"
        label={t('agreements.effectiveFrom')}
        description={t('agreements.effectiveLaterHint')}
        required
      />
    </FormDialog>
  );
}

/** The first day of the month after a day. */
function nextMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
