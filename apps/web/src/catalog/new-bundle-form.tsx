import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, slug } from '../app/field-rules';
import { LinkButton } from '../app/link-button';
import { useAct } from '../app/use-act';
import { DraftBundleDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { BundleSource, definitionIn, exampleBundle } from './bundle-source';

const schema = z.object({ slug, text: needed });

/** What a new bundle is to be, beginning with an example. */
export function NewBundleForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useAct(DraftBundleDocument, { done: t('bundles.manage.kept') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { slug: '', text: JSON.stringify(exampleBundle, null, 2) },
  });
  const kept = useKeptDraft(form, 'bundle-new');
  const submit = async ({ slug: wanted, text }: z.output<typeof schema>) => {
    const { draftBundle } = await draft.mutateAsync({ input: { slug: wanted, definition: definitionIn(text) } });
    kept.forget();
    await navigate({ to: '/manage/bundles/$slug', params: { slug: draftBundle.version!.bundle.slug } });
  };
  return (
    <FormPage
      form={form}
      submit={t('bundles.manage.keep')}
      onSubmit={submit}
      cancel={
        <LinkButton to="/manage/bundles" variant="default">
          {t('bundles.manage.title')}
        </LinkButton>
      }
    >
      <TextField name="slug" label={t('bundles.manage.slug')} required />
      <BundleSource />
    </FormPage>
  );
}
