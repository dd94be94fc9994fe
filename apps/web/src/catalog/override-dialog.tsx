import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed } from '../app/field-rules';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { ArchetypeKeyCodes, OverrideArchetypeDocument, type ArchetypeFragment } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import type { ManagedService } from './manage-service-page';

const schema = z.object({ archetype: z.enum(ArchetypeKeyCodes, 'ui.form.required'), reason: needed, expiresOn: day });
type Props = { service: ManagedService; archetypes: readonly ArchetypeFragment[]; onClose: () => void };

export function OverrideDialog({ service, archetypes, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const decide = useAct(OverrideArchetypeDocument, { done: t('catalog.archetype.overrideDone'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { archetype: null as never, reason: '', expiresOn: null as unknown as string },
  });
  return (
    <FormDialog
      title={t('catalog.archetype.decideTitle', { name: service.name })}
      form={form}
      submit={t('catalog.archetype.decide')}
      onSubmit={(input) => decide.mutateAsync({ id: service.id, input })}
      onClose={onClose}
    >
      <SelectField
        name="archetype"
        label={t('catalog.facet.archetype')}
        options={archetypes.map(({ key, name }) => ({ value: key, label: name }))}
        required
      />
      <TextField
        name="reason"
        label={t('ui.confirm.reason')}
        description={t('ui.confirm.reasonHint')}
        rows={3}
        required
      />
      <DateField
        name="expiresOn"
        label={t('catalog.archetype.expiresOn')}
        description={t('catalog.archetype.expiresHint')}
        min={today}
        required
      />
    </FormDialog>
  );
}
