import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../../app/field-rules';
import { isOutside } from '../../app/is-outside';
import { useViewer } from '../../app/session';
import { useAct } from '../../app/use-act';
import { SavedViewsDocument, SaveViewDocument, SessionDocument, SetDefaultViewDocument } from '../../generated/graphql';
import { CheckboxField } from '../../ui/checkbox-field';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { TextField } from '../../ui/text-field';
import './words';

const schema = z.object({ name: needed, shared: z.boolean(), first: z.boolean() });

/** Under which name, and for whom. */
export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sharesViews = !isOutside(useViewer());
  const save = useAct(SaveViewDocument, { changes: [SavedViewsDocument] });
  const setDefault = useAct(SetDefaultViewDocument, { changes: [SavedViewsDocument, SessionDocument] });
  const keep = async ({ first, ...wish }: z.output<typeof schema>) => {
    const { saveView } = await save.mutateAsync({ input: { ...wish, ...whatIsShown() } });
    if (first && saveView.view) await setDefault.mutateAsync({ id: saveView.view.id, isDefault: true });
    notifyDone(t('views.saved'));
    onClose();
  };
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', shared: false, first: false },
  });
  return (
    <FormDialog title={t('views.saveTitle')} form={form} submit={t('views.save')} onSubmit={keep} onClose={onClose}>
      <Text size="sm">{t('views.saveWords')}</Text>
      <TextField name="name" label={t('views.name')} autoComplete="off" required />
      {sharesViews && <CheckboxField name="shared" label={t('views.share')} />}
      <CheckboxField name="first" label={t('views.first')} />
    </FormDialog>
  );
}

/** The address of the page; where a list was being read on, and in which zone, is nobody's view. */
function whatIsShown(): { path: string; search: string } {
  const { pathname, search } = window.location;
  const params = new URLSearchParams(search);
  for (const name of ['cursor', 'tz', 'view']) params.delete(name);
  return { path: pathname, search: params.size > 0 ? `?${params.toString()}` : '' };
}
