import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, decimal, neededChoice } from '../app/field-rules';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { SetShareDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import type { RewardTeam } from './team-rewards';

const schema = z.object({
  personId: neededChoice,
  weight: decimal,
  from: day,
  to: z.preprocess((value) => value || null, z.iso.date().nullable()),
});

/** How much a member counts when the pool is shared, from a day on. Somebody else gives the viewer theirs. */
export function ShareDialog({ team, onClose }: { team: RewardTeam; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const viewer = useViewer();
  const set = useAct(SetShareDocument, { done: t('rewards.shareSet') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { personId: '', weight: '', from: today, to: null },
  });
  const members = new Map(
    team.members
      .filter(({ person, to }) => person.id !== viewer.person.id && (to === null || to > today))
      .map(({ person }) => [person.id, person.name]),
  );
  return (
    <FormDialog
      title={t('rewards.setShareOf', { team: team.name })}
      form={form}
      submit={t('rewards.setShare')}
      onSubmit={async (values) => {
        await set.mutateAsync({ input: { teamId: team.id, ...values } });
        onClose();
      }}
      onClose={onClose}
    >
      <FieldRow>
        <SelectField
          name="personId"
          label={t('rewards.person')}
          options={[...members].map(([value, label]) => ({ value, label }))}
          required
        />
        <NumberField
          name="weight"
          label={t('governance.kpi.weight')}
          description={t('rewards.weightHint')}
          exact
          required
        />
      </FieldRow>
      <FieldRow>
        <DateField name="from" label={t('rewards.from')} description={t('rewards.fromHint')} required />
        <DateField name="to" label={t('rewards.to')} description={t('rewards.toHint')} />
      </FieldRow>
    </FormDialog>
  );
}
