import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { ResetPasswordDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

const schema = z.object({ password: z.string().min(12, 'people.passwordShort') });
type Props = { person: { id: string; name: string }; onClose: () => void };

/** A new first password for somebody who lost theirs. */
export function ResetPasswordDialog({ person, onClose }: Props) {
  const { t } = useTranslation();
  const reset = useAct(ResetPasswordDocument, { changes: [], done: t('people.person.resetDone'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '' } });
  return (
    <FormDialog
      title={t('people.person.resetTitle', { name: person.name })}
      form={form}
      submit={t('people.person.reset')}
      onSubmit={({ password }) => reset.mutateAsync({ id: person.id, password })}
      onClose={onClose}
    >
      <Text>{t('people.person.resetWords')}</Text>
      <TextField
        name="password"
        type="password"
        label={t('people.people.firstPassword')}
        description={t('people.passwordHint')}
        autoComplete="new-password"
        required
      />
    </FormDialog>
  );
}
