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
import type { ManagedService } from './manage-service-page';
import { ServiceFields, serviceShape, wordsOf } from './service-fields';

const schema = z.object({ name: needed, ...serviceShape });

/** What the service is, as its consumers read it, and who stands for it. */
export function ServiceForm({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: service.name,
      outcome: service.outcome,
      description: service.description,
      synonyms: service.synonyms.join(', '),
      lineOfService: service.lineOfService,
      ownerId: service.owner?.id ?? null,
      unitId: service.unit?.id ?? null,
      providerId: service.provider?.id ?? null,
    },
  });
  const draft = useKeptDraft(form, `service:${service.id}:${service.version}`);
  const submit = async ({ synonyms, ...input }: z.output<typeof schema>) => {
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
        <ServiceFields owner={service.owner} provider={service.provider} />
      </FormPage>
    </Panel>
  );
}
