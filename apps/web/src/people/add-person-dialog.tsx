import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, optionalText } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AddPersonDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { UnitField } from './unit-field';

const schema = z.object({
  name: needed,
  email: z.email('ui.form.email'),
  unitId: z.string().nullable(),
  location: optionalText,
  password: z.string().min(12, 'people.passwordShort'),
});

/** A person with a first password. What they may do comes next, on their own page. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const add = useAct(AddPersonDocument, { done: t('people.people.added') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', email: '', unitId: null, location: null as string | null, password: '' },
  });
  const submit = async (input: z.output<typeof schema>) => {
    const { addPerson } = await add.mutateAsync({ input });
    if (addPerson.person) await navigate({ to: '/admin/people/$id', params: { id: addPerson.person.id } });
  };
  return (
    <FormDialog
      title={t('people.people.add')}
      form={form}
      submit={t('people.people.add')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField name="name" label={t('people.name')} autoComplete="off" required />
      <TextField name="email" type="email" label={t('people.email')} autoComplete="off" required />
      <UnitField name="unitId" label={t('people.unit')} description={t('people.people.unitHint')} />
      <TextField name="location" label={t('people.location')} description={t('people.locationHint')} />
      <TextField
        name="password"
        type="password"
        label={t('people.people.firstPassword')}
        description={t('people.people.firstPasswordHint')}
        autoComplete="new-password"
        required
      />
    </FormDialog>
  );
}
