import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { useAct } from '../app/use-act';
import { DraftBundleDocument } from '../generated/graphql';
import { BundleEditor } from './bundle-editor/bundle-editor';

/** What a new bundle is to be. */
export function NewBundleForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useAct(DraftBundleDocument, { done: t('bundles.manage.kept') });
  return (
    <BundleEditor
      definition={null}
      place="bundle-new"
      save={async (definition, slug) => {
        const { draftBundle } = await draft.mutateAsync({ input: { slug, definition } });
        await navigate({ to: '/manage/bundles/$slug', params: { slug: draftBundle.version!.bundle.slug } });
      }}
      cancel={
        <LinkButton to="/manage/bundles" variant="default">
          {t('bundles.manage.title')}
        </LinkButton>
      }
    />
  );
}
