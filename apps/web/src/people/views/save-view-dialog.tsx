import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { SavedViewsDocument, SaveViewDocument } from '../../generated/graphql';
import { CheckboxField } from '../../ui/checkbox-field';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';
import './words';

const schema = z.object({ name: needed, shared: z.boolean() });

/** Under which name, and for whom. */
export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const save = useAct(SaveViewDocument, { changes: [SavedViewsDocument], done: t('views.saved'), onDone: onClose });
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', shared: false },
  });
  return (
    <FormDialog
      title={t('views.saveTitle')}
      form={form}
      submit={t('views.save')}
      onSubmit={(wish) => save.mutateAsync({ input: { ...wish, ...whatIsShown() } })}
      onClose={onClose}
    >
      <Text size="sm">{t('views.saveWords')}</Text>
      <TextField name="name" label={t('views.name')} autoComplete="off" required />
      <CheckboxField name="shared" label={t('views.share')} />
    </FormDialog>
  );
}

/** The address of the page; where a list was being read on is nobody's view. */
function whatIsShown(): { path: string; search: string } {
  const { pathname, search } = window.location;
  const params = new URLSearchParams(search);
  params.delete('cursor');
  return { path: pathname, search: params.size > 0 ? `?${params.toString()}` : '' };
}
