import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, neededChoice } from '../app/field-rules';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { AddTeamMemberDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { PersonField } from './person-field';

const schema = z
  .object({ personId: neededChoice, from: day, to: z.iso.date().nullable() })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], message: 'ui.form.dates' });

export function AddMemberDialog({ team, onClose }: { team: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const add = useAct(AddTeamMemberDocument, { done: t('people.teams.memberAdded'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { personId: null as unknown as string, from: today, to: null },
  });
  return (
    <FormDialog
      title={t('people.teams.addMemberLabel', { name: team.name })}
      form={form}
      submit={t('people.teams.addMember')}
      onSubmit={(input) => add.mutateAsync({ input: { teamId: team.id, ...input } })}
      onClose={onClose}
    >
      <PersonField name="personId" label={t('people.person.one')} required />
      <FieldRow>
        <DateField name="from" label={t('people.roles.firstDay')} required />
        <DateField name="to" label={t('people.roles.lastDay')} description={t('people.roles.lastDayHint')} />
      </FieldRow>
    </FormDialog>
  );
}
