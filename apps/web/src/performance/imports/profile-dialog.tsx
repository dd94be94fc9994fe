import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import {
  ImportProfilesDocument,
  SaveImportProfileDocument,
  type ImportKind,
  type ImportProfileFragment,
} from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { Dialog } from '../../ui/dialog';
import { FormPage } from '../../ui/form-page';
import { TextField } from '../../ui/text-field';

const schema = z.object({
  name: z.string().trim().min(1, 'ui.form.required'),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'performance.import.slugProblem'),
  definition: z.string().superRefine((text, context) => {
    try {
      JSON.parse(text);
    } catch (error) {
      const message = i18next.t('performance.import.notJson', { why: (error as Error).message });
      context.addIssue({ code: 'custom', message });
    }
  }),
});

type Props = {
  kind: ImportKind;
  /** What a new one starts as a copy of. */
  profile: ImportProfileFragment | undefined;
  onClose: () => void;
  onSaved: (id: string) => void;
};

/** Shows how a profile reads a file, and saves another one under a name of its own. */
export function ProfileDialog({ kind, profile, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const own = profile && !profile.builtIn;
  const save = useAct(SaveImportProfileDocument, {
    changes: [ImportProfilesDocument],
    done: t('performance.import.profileSaved'),
    onDone: ({ saveImportProfile: { profile: saved } }) => {
      if (saved) onSaved(saved.id);
      onClose();
    },
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: own ? profile.name : '',
      slug: own ? profile.slug : '',
      definition: profile ? JSON.stringify(JSON.parse(profile.definition), null, 2) : '{\n}',
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('performance.import.profileTitle')} size="xl">
      <FormPage
        form={form}
        onSubmit={(input) => save.mutateAsync({ input: { ...input, kind } })}
        submit={t('performance.import.saveProfile')}
        cancel={
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <Text size="sm" className="quiet">
          {t(own ? 'performance.import.profileOwnWords' : 'performance.import.profileWords')}
        </Text>
        <TextField name="name" label={t('performance.import.profileName')} required />
        <TextField
          name="slug"
          label={t('performance.import.profileSlug')}
          description={t('performance.import.profileSlugHint')}
          required
        />
        <TextField name="definition" label={t('performance.import.definition')} rows={16} required />
      </FormPage>
    </Dialog>
  );
}
