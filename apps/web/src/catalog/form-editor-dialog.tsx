import { allQuestions, DomainError, parseOrderForm, type OrderForm, type ServiceDefinition } from '@accord/domain';
import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AnswerFields } from '../orders/form/answer-fields';
import { FormDialog } from '../ui/form-dialog';
import { Refused } from '../ui/refused';
import { TextField } from '../ui/text-field';
import classes from './form-editor-dialog.module.css';

type Props = {
  definition: ServiceDefinition;
  /** Keeps the draft as a whole. */
  save: (definition: ServiceDefinition) => Promise<unknown>;
  onClose: () => void;
};

/** What a service asks of who orders it, as JSON, beside how it will look. */
export function FormEditorDialog({ definition, save, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { text: definition.form ? JSON.stringify(definition.form, null, 2) : '' } });
  const text = useDeferredValue(useWatch({ control: form.control, name: 'text' }));
  const read = readForm(text, t('catalog.form.notJson'));
  const submit = async (values: { text: string }) => {
    const { form: next, fault } = readForm(values.text, t('catalog.form.notJson'));
    if (fault) throw new Refused([{ code: 'MALFORMED_FORM', field: ['text'], message: fault }]);
    await save({ ...definition, form: next });
    onClose();
  };
  return (
    <FormDialog
      title={t('catalog.form.title')}
      form={form}
      submit={t('catalog.offer.keep')}
      onSubmit={submit}
      onClose={onClose}
      size="xl"
    >
      <div className={classes.columns}>
        <div className={classes.source}>
          <TextField name="text" label={t('catalog.form.json')} description={t('catalog.form.jsonHint')} rows={8} />
          {text.trim() === '' && (
            <Button
              size="xs"
              variant="default"
              onClick={() => form.setValue('text', JSON.stringify(EXAMPLE, null, 2), { shouldDirty: true })}
            >
              {t('catalog.form.example')}
            </Button>
          )}
          <p role="status" className={read.fault ? classes.fault : 'quiet'}>
            {read.fault ?? t('catalog.form.fine', { count: read.form ? allQuestions(read.form).size : 0 })}
          </p>
        </div>
        <section aria-label={t('catalog.form.preview')} className={classes.preview}>
          <h3 className={classes.heading}>{t('catalog.form.preview')}</h3>
          {read.form && <Preview key={text} form={read.form} />}
        </section>
      </div>
    </FormDialog>
  );
}

function Preview({ form }: { form: OrderForm }) {
  const preview = useForm({ defaultValues: { answers: {} } });
  return (
    <FormProvider {...preview}>
      <div className={classes.fields}>
        <AnswerFields form={form} />
      </div>
    </FormProvider>
  );
}

/** The form that a text stands for, or what is wrong with it and where; nothing is no form. */
function readForm(text: string, notJson: string): { form: OrderForm | null; fault: string | null } {
  if (text.trim() === '') return { form: null, fault: null };
  try {
    return { form: parseOrderForm(JSON.parse(text)), fault: null };
  } catch (error) {
    return {
      form: null,
      fault: error instanceof DomainError ? error.message : `${notJson} ${(error as Error).message}`,
    };
  }
}

const EXAMPLE = {
  schema: {
    type: 'object',
    properties: {
      purpose: { type: 'string', title: 'What is it for?', enum: ['daily work', 'a project'] },
      lead: { type: 'string', title: 'Who answers for it?', format: 'person' },
    },
    required: ['purpose'],
    allOf: [
      {
        if: { properties: { purpose: { const: 'a project' } }, required: ['purpose'] },
        then: {
          properties: { until: { type: 'string', title: 'Until when?', format: 'date' } },
          required: ['until'],
        },
      },
    ],
  },
  ui: { order: ['purpose', 'until', 'lead'], hints: { purpose: { widget: 'radio' } } },
};
