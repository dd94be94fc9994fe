import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { AssignTaskDocument, TaskTeamDocument, type TaskFactsFragment } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import './fulfilment-words';

/** Stands for the team as a whole. */
const TEAM = 'team';

type Props = { task: Pick<TaskFactsFragment, 'id' | 'name' | 'assignee'>; orderId: string; onClose: () => void };

/** Hands a task to a colleague of its team, or back to the team. */
export function AssignTaskDialog({ task: { id, name, assignee }, orderId, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const { data } = useQuery(query(TaskTeamDocument, { orderId }));
  const assign = useAct(AssignTaskDocument, { done: t('fulfilment.act.assigned', { task: name }), onDone: onClose });
  const form = useForm({ defaultValues: { personId: '' } });
  const team = data?.order?.items.flatMap(({ tasks }) => tasks).find((task) => task.id === id)?.team;
  const here = (team?.members ?? []).filter(({ from, to }) => from <= today && (to === null || to >= today));
  const people = [...new Map(here.map(({ person }) => [person.id, person])).values()].filter(
    (person) => person.id !== assignee?.id,
  );
  const back = assignee ? [{ value: TEAM, label: t('fulfilment.act.assignTeam') }] : [];
  return (
    <FormDialog
      title={t('fulfilment.act.assignTitle', { task: name })}
      form={form}
      submit={t('fulfilment.act.assign')}
      onSubmit={({ personId }) => assign.mutateAsync({ id, personId: personId === TEAM ? null : personId })}
      onClose={onClose}
    >
      <SelectField
        name="personId"
        label={t('fulfilment.act.assignTo')}
        options={[...back, ...people.map((person) => ({ value: person.id, label: person.name }))]}
        required
      />
    </FormDialog>
  );
}
