import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { EndShareDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FormDialog } from '../ui/form-dialog';
import type { Share } from './team-rewards';

const schema = z.object({ on: day });

/** The last day on which the share counts. */
export function EndShareDialog({ share, onClose }: { share: Share; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useAct(EndShareDocument, { done: t('rewards.shareEnded') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { on: useToday() } });
  return (
    <FormDialog
      title={t('rewards.endShareOf', { name: share.person.name })}
      form={form}
      submit={t('rewards.endShare')}
      onSubmit={async ({ on }) => {
        await end.mutateAsync({ id: share.id, on });
        onClose();
      }}
      onClose={onClose}
    >
      <DateField name="on" label={t('rewards.lastDay')} required />
    </FormDialog>
  );
}
