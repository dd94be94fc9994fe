import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day } from '../app/field-rules';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { EndTeamMembershipDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FormDialog } from '../ui/form-dialog';
import type { Membership, Team } from './team-panel';

const schema = z.object({ on: day });
type Props = { team: Team; member: Membership; onClose: () => void };

export function EndMembershipDialog({ team, member, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const end = useAct(EndTeamMembershipDocument, { done: t('people.teams.ended'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { on: today } });
  return (
    <FormDialog
      title={t('people.teams.endTitle', { name: member.person.name, team: team.name })}
      form={form}
      submit={t('people.teams.end')}
      onSubmit={({ on }) => end.mutateAsync({ id: member.id, on })}
      onClose={onClose}
    >
      <DateField name="on" label={t('people.roles.lastDay')} min={member.from} required />
    </FormDialog>
  );
}
