import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, neededChoice } from '../app/field-rules';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { AddSubstituteDocument } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { notifyDone } from '../ui/notify';
import { TextField } from '../ui/text-field';
import './substitute-words';

const schema = z.object({ personId: z.string(), substituteId: neededChoice, from: day, to: day, reason: z.string() });

/** Who decides in the viewer's place, from a day to a day; an administrator proposes it for others. */
export function AddSubstituteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const { viewerCanManagePeople, person } = useViewer();
  const add = useAct(AddSubstituteDocument, {
    onDone: ({ addSubstitute: { substitute } }) => {
      notifyDone(t(`substitutes.${substitute?.state === 'PROPOSED' ? 'proposed' : 'added'}`));
      onClose();
    },
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { personId: person.id, substituteId: '', from: today, to: '', reason: '' },
  });
  return (
    <FormDialog
      title={t('substitutes.add')}
      form={form}
      submit={t('substitutes.add')}
      onSubmit={({ reason, ...input }) => add.mutateAsync({ input: { ...input, reason: reason.trim() || null } })}
      onClose={onClose}
    >
      {viewerCanManagePeople && (
        <PersonField
          name="personId"
          label={t('substitutes.away')}
          description={t('substitutes.proposedWords')}
          initial={person}
          required
        />
      )}
      <PersonField name="substituteId" label={t('substitutes.who')} required />
      <FieldRow>
        <DateField name="from" label={t('substitutes.from')} required />
        <DateField name="to" label={t('substitutes.to')} required />
      </FieldRow>
      <TextField name="reason" label={t('substitutes.reason')} description={t('substitutes.reasonHint')} />
    </FormDialog>
  );
}
