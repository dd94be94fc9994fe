import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { SetUpFirstAdministratorDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { useArrive } from './use-arrive';

const needed = z.string().trim().min(1, 'ui.form.required');
const schema = z.object({
  code: needed,
  enterpriseName: needed,
  timeZone: needed,
  currency: needed,
  name: needed,
  email: z.email('ui.form.email'),
  password: z.string().min(12, 'people.passwordShort'),
});

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));

/** The first administrator of an empty installation, by the one-time code that the server printed. */
export function FirstAdministratorForm() {
  const { t } = useTranslation();
  const arrive = useArrive();
  const setUp = useAct(SetUpFirstAdministratorDocument, { changes: [], onDone: () => arrive() });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      code: '',
      enterpriseName: '',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: 'EUR',
      name: '',
      email: '',
      password: '',
    },
  });
  return (
    <FormPage form={form} submit={t('people.setUp.submit')} onSubmit={(input) => setUp.mutateAsync({ input })}>
      <TextField
        name="code"
        label={t('people.setUp.code')}
        description={t('people.setUp.codeHint')}
        autoComplete="one-time-code"
        required
      />
      <TextField name="enterpriseName" label={t('people.setUp.enterprise')} autoComplete="organization" required />
      <SelectField
        name="timeZone"
        label={t('people.setUp.timeZone')}
        description={t('people.setUp.timeZoneHint')}
        options={zones}
        required
      />
      <SelectField name="currency" label={t('people.setUp.currency')} options={currencies} required />
      <TextField name="name" label={t('people.name')} autoComplete="name" required />
      <TextField name="email" type="email" label={t('people.email')} autoComplete="username" required />
      <TextField
        name="password"
        type="password"
        label={t('people.password')}
        description={t('people.passwordHint')}
        autoComplete="new-password"
        required
      />
    </FormPage>
  );
}
