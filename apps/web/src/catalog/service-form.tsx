import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangeServiceDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { InVersion, isInVersion } from './in-version';
import type { ManagedService } from './manage-service-page';
import { PlaceFields, placeShape, WordsFields, wordsOf, wordsShape } from './service-fields';

const place = z.object(placeShape);
const whole = z.object({ name: needed, ...wordsShape, ...placeShape });

/** What the service is, as its consumers read it, and who stands for it. */
export function ServiceForm({ service }: { service: ManagedService }) {
  return isInVersion(service) ? <PlaceForm service={service} /> : <WholeForm service={service} />;
}

/** Where the words are part of a version: who stands for it alone. */
function PlaceForm({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const form = useForm({ resolver: zodResolver(place), defaultValues: placeOf(service) });
  const submit = (input: z.output<typeof place>) =>
    change.mutateAsync({ id: service.id, input: { ...input, version: service.version } });
  return (
    <Panel>
      <InVersion slug={service.slug} />
      <FormPage form={form} submit={t('people.save')} onSubmit={submit}>
        <PlaceFields owner={service.owner} provider={service.provider} />
      </FormPage>
    </Panel>
  );
}

function WholeForm({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const { name, outcome, description } = service;
  const form = useForm({
    resolver: zodResolver(whole),
    defaultValues: { name, outcome, description, synonyms: service.synonyms.join(', '), ...placeOf(service) },
  });
  const draft = useKeptDraft(form, `service:${service.id}:${service.version}`);
  const submit = async ({ synonyms, ...input }: z.output<typeof whole>) => {
    await change.mutateAsync({
      id: service.id,
      input: { ...input, synonyms: wordsOf(synonyms), version: service.version },
    });
    draft.forget();
  };
  return (
    <Panel>
      <FormPage form={form} submit={t('people.save')} onSubmit={submit}>
        <TextField name="name" label={t('people.name')} required />
        <WordsFields />
        <PlaceFields owner={service.owner} provider={service.provider} />
      </FormPage>
    </Panel>
  );
}

const placeOf = ({ lineOfService, owner, unit, provider }: ManagedService) => ({
  lineOfService,
  ownerId: owner?.id ?? null,
  unitId: unit?.id ?? null,
  providerId: provider?.id ?? null,
});
