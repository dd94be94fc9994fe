import { type OrderForm, parseOrderForm } from '@accord/domain';
import { useDeferredValue } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../ui/refused';
import { RowsField } from '../../ui/rows-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { DraftDialog, type DraftDialogProps } from '../draft-dialog';
import { EditorTabs, type TextValues } from './editor-tabs';
import classes from './form-editor-dialog.module.css';
import { formFaults, placeOfFault, refusing, shownForm } from './form-faults';
import { FormPreview } from './form-preview';
import { formIn, formInText } from './form-text';
import { QuestionsField } from './questions-field';
import { formOfValues, isEditable, valuesOfForm, type FormValues } from './question-values';

type Values = FormValues & TextValues;

/** What a service asks of who orders it, question by question or as text, beside how it will look. */
export function FormEditorDialog(props: DraftDialogProps) {
  const { t } = useTranslation();
  const kept = props.definition.form;
  const form = useForm<Values, unknown, Values>({
    defaultValues: {
      mode: isEditable(kept) ? 'fields' : 'source',
      text: isEditable(kept) ? '' : JSON.stringify(kept, null, 2),
      ...valuesOfForm(isEditable(kept) ? kept : null),
    },
  });
  const values = useDeferredValue(useWatch({ control: form.control }) as Values);
  const formOf = (given: Values): OrderForm | null => {
    if (given.mode === 'source') return formIn(given.text, t);
    const faults = formFaults(given, t);
    if (faults.length > 0) throw new Refused(faults);
    return refusing(
      () => parseOrderForm(formOfValues(given), []),
      (path) => placeOfFault(given, path),
    );
  };
  const read = (text: string): FormValues => {
    const given = formIn(text, t);
    if (isEditable(given)) return valuesOfForm(given);
    throw new Refused([{ code: 'ONLY_TEXT', field: ['text'], message: t('form.onlySource') }]);
  };
  const numbers = values.questions.filter(({ kind, required, conditions }) => {
    return (kind === 'integer' || kind === 'number') && required && conditions.length === 0;
  });
  const counts = numbers.filter(({ kind }) => kind === 'integer');
  const named = (questions: typeof numbers) =>
    questions.map(({ key, title }) => ({ value: key, label: title || t('form.untitled') }));
  return (
    <DraftDialog
      {...props}
      title={t('catalog.form.title')}
      form={form}
      change={(given) => ({ form: formOf(given) })}
      size="xl"
    >
      <div className={classes.columns}>
        <EditorTabs<Values>
          label={t('form.fields')}
          description={t('catalog.form.jsonHint')}
          rows={12}
          read={read}
          write={(given) => (given.questions.length > 0 ? JSON.stringify(formOfValues(given), null, 2) : '')}
        >
          <div className={classes.source}>
            <QuestionsField />
            {counts.length > 0 && (
              <SelectField
                name="quantity"
                label={t('form.quantity')}
                description={t('form.quantityHint')}
                options={[{ value: '', label: t('form.quantityBeside') }, ...named(counts)]}
                required
              />
            )}
            {numbers.length > 0 && (
              <RowsField
                name="limits"
                label={t('form.limits')}
                description={t('form.limitsHint')}
                add={t('form.addLimit')}
                remove={(place) => t('form.removeLimit', { place })}
                newRow={() => ({ unitName: '', question: '' })}
              >
                {(path) => (
                  <>
                    <TextField name={`${path}.unitName`} label={t('form.limitUnit')} required />
                    <SelectField
                      name={`${path}.question`}
                      label={t('form.limitQuestion')}
                      options={named(numbers)}
                      required
                    />
                  </>
                )}
              </RowsField>
            )}
          </div>
        </EditorTabs>
        <div className={classes.preview}>
          <FormPreview
            {...(values.mode === 'source' ? formInText(values.text, t) : { form: shownForm(values, t), fault: null })}
          />
        </div>
      </div>
    </DraftDialog>
  );
}
