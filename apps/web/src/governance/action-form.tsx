import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed, neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AddActionDocument } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { TextField } from '../ui/text-field';

const schema = z.object({ what: needed, ownerId: neededChoice, due: day });

/** One action: what, who, until when. */
export function ActionForm({ reviewId, onAdded }: { reviewId: string; onAdded?: () => void }) {
  const { t } = useTranslation();
  const [added, setAdded] = useState(0);
  const add = useAct(AddActionDocument, { done: t('governance.action.added') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { what: '', ownerId: '', due: '' } });
  return (
    <FormPage
      form={form}
      submit={t('governance.action.add')}
      onSubmit={async (values) => {
        await add.mutateAsync({ input: { reviewId, ...values } });
        form.reset();
        setAdded((count) => count + 1);
        onAdded?.();
      }}
    >
      <TextField name="what" label={t('governance.action.what')} required />
      <FieldRow>
        <PersonField
          key={added}
          name="ownerId"
          label={t('governance.action.owner')}
          description={t('governance.action.ownerHint')}
          required
        />
        <DateField name="due" label={t('governance.action.due')} required />
      </FieldRow>
    </FormPage>
  );
}
