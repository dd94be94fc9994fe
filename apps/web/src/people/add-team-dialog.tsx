import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, slug } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AddTeamDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { UnitField } from './unit-field';

const schema = z.object({ name: needed, slug, unitId: z.string().nullable() });

export function AddTeamDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAct(AddTeamDocument, { done: t('people.teams.added'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '', slug: '', unitId: null } });
  return (
    <FormDialog
      title={t('people.teams.add')}
      form={form}
      submit={t('people.teams.add')}
      onSubmit={(input) => add.mutateAsync({ input })}
      onClose={onClose}
    >
      <NameAndSlug label={t('people.name')} />
      <UnitField name="unitId" label={t('people.unit')} />
    </FormDialog>
  );
}
