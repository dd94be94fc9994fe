import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, slug } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AddBusinessUnitDocument, ChangeBusinessUnitDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { TextField } from '../ui/text-field';
import { UnitField } from './unit-field';
import type { Unit } from './units';

const schema = z.object({ name: needed, slug, parentId: z.string().nullable() });
type Props = { given: Unit | { parent: { id: string } | null }; onClose: () => void };

/** A new unit, or another name or place for one. */
export function UnitDialog({ given, onClose }: Props) {
  const { t } = useTranslation();
  const unit = 'id' in given ? given : null;
  const add = useAct(AddBusinessUnitDocument, { done: t('people.units.added'), onDone: onClose });
  const change = useAct(ChangeBusinessUnitDocument, { done: t('people.units.changed'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: unit?.name ?? '', slug: unit?.slug ?? '', parentId: given.parent?.id ?? null },
  });
  const submit = ({ name, slug: address, parentId }: z.output<typeof schema>) =>
    unit
      ? change.mutateAsync({ id: unit.id, input: { name, parentId } })
      : add.mutateAsync({ input: { name, slug: address, parentId } });
  return (
    <FormDialog
      title={unit ? t('people.units.changeLabel', { name: unit.name }) : t('people.units.add')}
      form={form}
      submit={unit ? t('people.save') : t('people.units.add')}
      onSubmit={submit}
      onClose={onClose}
    >
      {unit ? <TextField name="name" label={t('people.name')} required /> : <NameAndSlug label={t('people.name')} />}
      <UnitField
        name="parentId"
        label={t('people.units.parent')}
        description={t('people.units.parentHint')}
        without={unit?.id}
      />
    </FormDialog>
  );
}
