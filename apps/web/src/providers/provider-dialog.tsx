import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, optionalText, slug } from '../app/field-rules';
import { useAct } from '../app/use-act';
import {
  AddProviderDocument,
  ChangeProviderDocument,
  ProviderKindCodes,
  type ProviderKind,
} from '../generated/graphql';
import { TeamField } from '../people/scope-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { countryOptions } from './countries';
import type { ProviderOnPage } from './provider-page';

const schema = z
  .object({
    name: needed,
    slug,
    kind: z.enum(ProviderKindCodes, 'ui.form.required'),
    description: z.string(),
    country: z.string().nullable(),
    website: optionalText,
    teamId: z.string().nullable(),
  })
  .refine(({ kind, teamId }) => kind !== 'INTERNAL' || teamId, { path: ['teamId'], message: 'ui.form.required' });
type Values = z.output<typeof schema>;
type Props = { provider: ProviderOnPage | null; onClose: () => void };

/** A new provider, or other words for one. Its kind never changes: a team does not become a company. */
export function ProviderDialog({ provider, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const add = useAct(AddProviderDocument, { done: t('providers.added') });
  const change = useAct(ChangeProviderDocument, { done: t('providers.changed'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: provider?.name ?? '',
      slug: provider?.slug ?? '',
      kind: provider?.kind ?? ('EXTERNAL' as ProviderKind),
      description: provider?.description ?? '',
      country: provider?.country ?? null,
      website: provider?.website ?? null,
      teamId: provider?.team?.id ?? null,
    },
  });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const submit = async ({ slug: address, kind: chosen, ...values }: Values) => {
    const input = chosen === 'INTERNAL' ? { ...values, country: null, website: null } : { ...values, teamId: null };
    if (provider) return change.mutateAsync({ id: provider.id, input: { ...input, version: provider.version } });
    const { addProvider } = await add.mutateAsync({ input: { ...input, slug: address, kind: chosen } });
    if (addProvider.provider) await navigate({ to: '/providers/$slug', params: { slug: addProvider.provider.slug } });
  };
  return (
    <FormDialog
      title={provider ? t('providers.changeTitle', { name: provider.name }) : t('providers.add')}
      form={form}
      submit={provider ? t('people.save') : t('providers.add')}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      {provider ? (
        <TextField name="name" label={t('people.name')} required />
      ) : (
        <>
          <NameAndSlug label={t('people.name')} />
          <SelectField
            name="kind"
            label={t('providers.kindOf')}
            options={ProviderKindCodes.map((value) => ({ value, label: t(`providers.kindLong.${value}`) }))}
            required
          />
        </>
      )}
      <TextField name="description" label={t('catalog.field.description')} rows={3} />
      {kind === 'INTERNAL' ? (
        <TeamField name="teamId" label={t('people.scopeKind.TEAM')} description={t('providers.teamHint')} required />
      ) : (
        <FieldRow>
          <SelectField name="country" label={t('providers.country')} options={countryOptions} clearable />
          <TextField name="website" type="url" label={t('providers.website')} placeholder="https://" />
        </FieldRow>
      )}
    </FormDialog>
  );
}
