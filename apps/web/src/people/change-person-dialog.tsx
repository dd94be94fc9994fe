import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, optionalText } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangePersonDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import type { PersonOnPage } from './person-page';
import { UnitField } from './unit-field';

const schema = z.object({
  name: needed,
  email: z.email('ui.form.email'),
  unitId: z.string().nullable(),
  location: optionalText,
});

export function ChangePersonDialog({ person, onClose }: { person: PersonOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useAct(ChangePersonDocument, { done: t('people.person.changed'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: person.name,
      email: person.email ?? '',
      unitId: person.unit?.id ?? null,
      location: person.location,
    },
  });
  return (
    <FormDialog
      title={t('people.person.changeTitle', { name: person.name })}
      form={form}
      submit={t('people.save')}
      onSubmit={(input) => change.mutateAsync({ id: person.id, input })}
      onClose={onClose}
    >
      <TextField name="name" label={t('people.name')} required />
      <TextField name="email" type="email" label={t('people.email')} required />
      <UnitField name="unitId" label={t('people.unit')} />
      <TextField name="location" label={t('people.location')} description={t('people.locationHint')} />
    </FormDialog>
  );
}
