import { zodResolver } from '@hookform/resolvers/zod';
import { Divider } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { SignInDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { TextField } from '../ui/text-field';
import { useArrive } from './use-arrive';

const schema = z.object({
  email: z.email('ui.form.email'),
  password: z.string().min(1, 'ui.form.required'),
});

/** E-mail and password. A refusal never says which of the two was wrong. */
export function SignInForm({ address, quiet }: { address?: string; quiet: boolean }) {
  const { t } = useTranslation();
  const arrive = useArrive();
  const signIn = useAct(SignInDocument, { changes: [], onDone: () => arrive(address) });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } });
  return (
    <>
      {quiet && <Divider my="lg" label={t('people.signIn.orPassword')} labelPosition="left" />}
      <FormPage form={form} submit={t('people.signIn.submit')} onSubmit={(input) => signIn.mutateAsync({ input })}>
        <TextField name="email" type="email" label={t('people.email')} autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label={t('people.password')}
          autoComplete="current-password"
          required
        />
      </FormPage>
    </>
  );
}
