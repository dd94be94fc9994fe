import { useFormContext, useWatch } from 'react-hook-form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { slugOf } from './slug-of';
import { TextField } from './text-field';

type Props = { label: string; description?: string; placeholder?: string };

/** A name and the slug that it suggests, until somebody writes their own. Fields `name` and `slug`. */
export function NameAndSlug({ label, description, placeholder }: Props) {
  const { t } = useTranslation();
  const { setValue, getValues, getFieldState, formState } = useFormContext<{ name: string; slug: string }>();
  const tried = formState.isSubmitted;
  const name = useWatch<{ name: string }, 'name'>({ name: 'name' });
  useEffect(() => {
    const suggested = slugOf(name);
    // Only what is new is set: setting it again would take away what a rule said about it.
    if (getFieldState('slug').isDirty || getValues('slug') === suggested) return;
    setValue('slug', suggested, { shouldValidate: tried });
  }, [name, tried, getFieldState, getValues, setValue]);
  return (
    <>
      <TextField name="name" label={label} description={description} placeholder={placeholder} required />
      <TextField name="slug" label={t('ui.slug.label')} description={t('ui.slug.hint')} required />
    </>
  );
}
