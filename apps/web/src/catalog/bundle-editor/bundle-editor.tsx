import type { BundleDefinition } from '@accord/domain';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormPage } from '../../ui/form-page';
import { Refused } from '../../ui/refused';
import { useKeptDraft } from '../../ui/use-kept-draft';
import '../bundle-words';
import { EditorTabs } from '../form-editor/editor-tabs';
import { isEditable } from '../form-editor/question-values';
import { bundleOfValues, textOf, valuesOfBundle, type BundleEditorValues } from './bundle-editor-values';
import { atField, bundleIn, bundleInText } from './bundle-faults';
import { BundleFields } from './bundle-fields';

type Props = {
  /** null = a new one. */
  definition: BundleDefinition | null;
  /** Under what this tab keeps what was typed. */
  place: string;
  save: (definition: BundleDefinition, slug: string) => Promise<unknown>;
  cancel?: ReactNode;
};

/** All that a bundle is, by its fields or as text. What is refused stands at its field. */
export function BundleEditor({ definition, place, save, cancel }: Props) {
  const { t } = useTranslation();
  const form = useForm<BundleEditorValues, unknown, BundleEditorValues>({ defaultValues: valuesOfBundle(definition) });
  const kept = useKeptDraft(form, place);
  const submit = async (values: BundleEditorValues) => {
    const next = bundleIn(values, t);
    try {
      await save(next, values.slug);
    } catch (error) {
      throw error instanceof Refused ? new Refused(error.refusals.map((refusal) => atField(values, refusal))) : error;
    }
    kept.forget();
  };
  const read = (text: string): Partial<BundleEditorValues> => {
    const given = bundleInText(text, t);
    if (!isEditable(given.form))
      throw new Refused([{ code: 'ONLY_TEXT', field: ['text'], message: t('form.onlySource') }]);
    const { slug: _, ...values } = valuesOfBundle(given);
    return values;
  };
  return (
    <FormPage form={form} submit={t('bundles.manage.keep')} onSubmit={submit} cancel={cancel}>
      <EditorTabs<BundleEditorValues>
        label={t('bundles.editor.fields')}
        description={t('bundles.manage.sourceHint')}
        rows={18}
        read={read}
        write={(values) => textOf(bundleOfValues(values))}
      >
        <BundleFields isNew={definition === null} />
      </EditorTabs>
    </FormPage>
  );
}
