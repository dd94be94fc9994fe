import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { ChangePasswordDocument, SignOutDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { TextField } from '../ui/text-field';
import { useArrive } from './use-arrive';

const schema = z.object({
  current: z.string().min(1, 'ui.form.required'),
  next: z.string().min(12, 'people.passwordShort'),
});

/** The first thing that somebody does whose password another person chose. */
export function ChoosePasswordForm({ address }: { address?: string }) {
  const { t } = useTranslation();
  const arrive = useArrive();
  const change = useAct(ChangePasswordDocument, { changes: [], onDone: () => arrive(address) });
  const leave = useAct(SignOutDocument, { changes: [], onDone: () => arrive('/signin') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { current: '', next: '' } });
  return (
    <>
      <FormPage
        form={form}
        submit={t('people.choosePassword.submit')}
        onSubmit={(values) => change.mutateAsync(values)}
      >
        <TextField
          name="current"
          type="password"
          label={t('people.choosePassword.given')}
          autoComplete="current-password"
          required
        />
        <TextField
          name="next"
          type="password"
          label={t('people.choosePassword.own')}
          description={t('people.passwordHint')}
          autoComplete="new-password"
          required
        />
      </FormPage>
      <Button variant="subtle" size="sm" mt="md" loading={leave.isPending} onClick={() => void leave.mutateAsync({})}>
        {t('people.signOut')}
      </Button>
    </>
  );
}
