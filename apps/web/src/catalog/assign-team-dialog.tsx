import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { AssignServiceTeamDocument } from '../generated/graphql';
import { TeamField } from '../people/scope-field';
import { DateField } from '../ui/date-field';
import { FormDialog } from '../ui/form-dialog';

const schema = z.object({ teamId: neededChoice, from: day });

/** Another team fulfils the service from a day on. */
export function AssignTeamDialog({ serviceId, onClose }: { serviceId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const assign = useAct(AssignServiceTeamDocument, { done: t('catalog.teams.assigned'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { teamId: '', from: today } });
  return (
    <FormDialog
      title={t('catalog.teams.assign')}
      form={form}
      submit={t('catalog.teams.assign')}
      onSubmit={(values) => assign.mutateAsync({ input: { serviceId, ...values } })}
      onClose={onClose}
    >
      <TeamField name="teamId" label={t('people.scopeKind.TEAM')} required />
      <DateField name="from" label={t('catalog.teams.from')} description={t('catalog.teams.fromHint')} required />
    </FormDialog>
  );
}
