import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, slug } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ProposeServiceDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { useKeptDraft } from '../ui/use-kept-draft';
import { PlaceFields, placeShape, WordsFields, wordsOf, wordsShape } from './service-fields';

const schema = z.object({ name: needed, slug, ...wordsShape, ...placeShape });

/** Brings a service into the pipeline; everything else is settled on its own page. */
export function ProposeServiceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useAct(ProposeServiceDocument, { done: t('catalog.manage.proposed') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: '',
      slug: '',
      outcome: '',
      description: '',
      synonyms: '',
      lineOfService: null as never,
      ownerId: null,
      unitId: null,
      providerId: null,
    },
  });
  const draft = useKeptDraft(form, 'service-new');
  const submit = async ({ synonyms, ...input }: z.output<typeof schema>) => {
    const { proposeService } = await propose.mutateAsync({ input: { ...input, synonyms: wordsOf(synonyms) } });
    draft.forget();
    const { service } = proposeService;
    if (service) await navigate({ to: '/manage/services/$slug', params: { slug: service.slug } });
  };
  return (
    <FormDialog
      title={t('catalog.manage.add')}
      form={form}
      submit={t('catalog.manage.add')}
      onSubmit={submit}
      onClose={() => {
        draft.forget();
        onClose();
      }}
      size="lg"
    >
      <NameAndSlug label={t('people.name')} />
      <WordsFields />
      <PlaceFields ownerHint={t('catalog.field.ownerHint')} />
    </FormDialog>
  );
}
