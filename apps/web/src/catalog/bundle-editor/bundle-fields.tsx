import { allQuestions, type OrderForm } from '@accord/domain';
import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/checkbox-field';
import { NameAndSlug } from '../../ui/name-and-slug';
import { NumberField } from '../../ui/number-field';
import { RowsField } from '../../ui/rows-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { shownForm } from '../form-editor/form-faults';
import { FormPreview } from '../form-editor/form-preview';
import { QuestionsField } from '../form-editor/questions-field';
import classes from './bundle-fields.module.css';
import { bundleOfValues, newPart, target, type BundleEditorValues } from './bundle-editor-values';
import { PlanPicker } from './plan-picker';
import { misfitOf, serviceOf, useBundledServices, type BundledService } from './use-bundled-services';

const most = 100_000;

/** A bundle by its fields: its words, its parts, what is asked once and where each answer goes. */
export function BundleFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const { getValues } = useFormContext<BundleEditorValues>();
  const values = useDeferredValue(useWatch<BundleEditorValues>() as BundleEditorValues);
  const services = useBundledServices(values.parts.map(({ plan }) => plan));
  const targets = targetsOf(values, services, (names) => t('bundles.editor.fieldOf', names));
  const misfit = misfitOf(bundleOfValues(values), services);
  const isWhole = values.parts.every(({ plan }) => plan) && values.parts.length > 1;
  return (
    <div className={classes.fields}>
      {isNew ? <NameAndSlug label={t('people.name')} /> : <TextField name="name" label={t('people.name')} required />}
      <TextField
        name="outcome"
        label={t('catalog.field.outcome')}
        description={t('catalog.field.outcomeHint')}
        required
      />
      <TextField name="description" label={t('catalog.field.description')} rows={3} />
      <TextField name="synonyms" label={t('catalog.field.synonyms')} description={t('catalog.field.synonymsHint')} />
      <RowsField
        name="parts"
        label={t('bundles.what')}
        description={t('bundles.editor.partsHint')}
        add={t('bundles.editor.addPart')}
        remove={(place) => t('bundles.editor.removePart', { place })}
        move={{
          up: (place) => t('bundles.editor.partUp', { place }),
          down: (place) => t('bundles.editor.partDown', { place }),
        }}
        newRow={() => newPart(getValues('parts'))}
      >
        {(path) => (
          <>
            <div className={classes.plan}>
              <PlanPicker name={`${path}.plan`} label={t('bundles.editor.plan')} services={services} />
            </div>
            <NumberField
              name={`${path}.quantity`}
              label={t('bundles.editor.quantity')}
              min={1}
              max={most}
              whole
              required
            />
            <NumberField
              name={`${path}.most`}
              label={t('bundles.editor.most')}
              description={t('bundles.editor.mostHint')}
              min={1}
              max={most}
              whole
            />
            <div className={classes.plan}>
              <RowsField
                name={`${path}.limits`}
                label={t('bundles.editor.limits')}
                description={t('bundles.editor.limitsHint')}
                add={t('bundles.editor.addLimit')}
                remove={(place) => t('bundles.editor.removeLimit', { place })}
                newRow={() => ({ unitName: '', units: '' })}
              >
                {(limit) => (
                  <>
                    <TextField name={`${limit}.unitName`} label={t('bundles.editor.limitUnit')} required />
                    <NumberField name={`${limit}.units`} label={t('bundles.editor.limitUnits')} exact required />
                  </>
                )}
              </RowsField>
            </div>
            <div className={classes.tick}>
              <CheckboxField name={`${path}.required`} label={t('bundles.required')} />
            </div>
          </>
        )}
      </RowsField>
      <div className={classes.columns}>
        <QuestionsField
          description={t('bundles.editor.questionsHint')}
          more={(path) => (
            <div className={classes.goesTo}>
              <SelectField
                name={`${path}.goesTo`}
                label={t('bundles.editor.goesTo')}
                description={targets.length === 0 ? t('bundles.editor.noTargets') : t('bundles.editor.goesToHint')}
                options={targets}
                multiple
              />
            </div>
          )}
        />
        {values.questions.length > 0 && <FormPreview form={shownForm(values, t)} fault={null} />}
      </div>
      <p role="status" className="quiet">
        {misfit === null
          ? t('bundles.editor.fits')
          : isWhole && services.size > 0
            ? t('bundles.editor.misfit', { why: misfit })
            : t('bundles.editor.unfinished')}
      </p>
    </div>
  );
}

/** Every field of the forms of the parts, with what is chosen though it is there no more. */
function targetsOf(
  { parts, questions }: BundleEditorValues,
  services: ReadonlyMap<string, BundledService>,
  words: (names: { service: string; field: string }) => string,
) {
  const offered = parts.flatMap(({ row, plan }) => {
    const service = serviceOf(services, plan);
    const form = (service?.orderForm?.form ?? null) as OrderForm | null;
    return form
      ? [...allQuestions(form)].map(([field, { title }]) => ({
          value: target(row, field),
          label: words({ service: service!.name, field: title }),
        }))
      : [];
  });
  const rows = new Set(parts.map(({ row }) => row));
  const chosen = new Set(questions.flatMap(({ goesTo = [] }) => goesTo));
  const gone = [...chosen].filter((to) => rows.has(to.split(' ')[0]!) && offered.every(({ value }) => value !== to));
  return [...offered, ...gone.map((value) => ({ value, label: value.replace(' ', ': ') }))];
}
