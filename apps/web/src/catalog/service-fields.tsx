import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { LineOfServiceCodes } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { UnitField } from '../people/unit-field';
import { ProviderField } from '../providers/provider-field';
import { FieldRow } from '../ui/field-row';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

type Named = { id: string; name: string } | null | undefined;
type Props = { owner?: Named; provider?: Named; ownerHint?: string };

export const wordsShape = {
  outcome: needed.max(300),
  description: z.string(),
  synonyms: z.string(),
};

export const placeShape = {
  lineOfService: z.enum(LineOfServiceCodes, 'ui.form.required'),
  ownerId: z.string().nullable(),
  unitId: z.string().nullable(),
  providerId: z.string().nullable(),
};

/** `mail, post, inbox` as people type it. */
export const wordsOf = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** What customers read of a service beside its name. */
export function WordsFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="outcome"
        label={t('catalog.field.outcome')}
        description={t('catalog.field.outcomeHint')}
        rows={2}
        required
      />
      <TextField name="description" label={t('catalog.field.description')} rows={4} />
      <TextField name="synonyms" label={t('catalog.field.synonyms')} description={t('catalog.field.synonymsHint')} />
    </>
  );
}

/** Of which kind a service is, and who stands for it. */
export function PlaceFields({ owner, provider, ownerHint }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="lineOfService"
        label={t('catalog.facet.line')}
        options={LineOfServiceCodes.map((value) => ({ value, label: t(`catalog.line.${value}`) }))}
        required
      />
      <FieldRow>
        <PersonField name="ownerId" label={t('catalog.facet.owner')} description={ownerHint} initial={owner} />
        <ProviderField name="providerId" label={t('catalog.facet.provider')} initial={provider} />
        <UnitField name="unitId" label={t('people.unit')} />
      </FieldRow>
    </>
  );
}
