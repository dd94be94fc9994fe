import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { ChangePasswordDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';

const schema = z.object({
  current: z.string().min(1, 'ui.form.required'),
  next: z.string().min(12, 'people.passwordShort'),
});

/** A new password of one's own. Every other session ends with the old one. */
export function ChangePasswordForm() {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  return (
    <Panel title={t('people.profile.password')} description={t('people.profile.passwordWords')}>
      {/* Anew after each success, so that no password stays in the page. */}
      <Fields key={round} onDone={() => setRound(round + 1)} />
    </Panel>
  );
}

function Fields({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const change = useAct(ChangePasswordDocument, { changes: [], done: t('people.profile.passwordDone'), onDone });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { current: '', next: '' } });
  return (
    <FormPage form={form} submit={t('people.profile.passwordSubmit')} onSubmit={(values) => change.mutateAsync(values)}>
      <TextField
        name="current"
        type="password"
        label={t('people.profile.current')}
        autoComplete="current-password"
        required
      />
      <TextField
        name="next"
        type="password"
        label={t('people.profile.next')}
        description={t('people.passwordHint')}
        autoComplete="new-password"
        required
      />
    </FormPage>
  );
}
