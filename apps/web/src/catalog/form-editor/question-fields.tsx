import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/checkbox-field';
import { NumberField } from '../../ui/number-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { ConditionsField } from './conditions-field';
import classes from './question-fields.module.css';
import { isChoice, isList, isNumber, limitsOf, QUESTION_KINDS } from './question-kinds';
import type { QuestionValues } from './question-values';

/** One question: its words, the kind of its answer with what that allows, and when it is asked. */
export function QuestionFields({ list, place }: { list: string; place: number }) {
  const { t } = useTranslation();
  const path = `${list}.${place}`;
  const kind = useWatch({ name: `${path}.kind` }) as QuestionValues['kind'];
  const limits = limitsOf(kind);
  const unit = isNumber(kind) ? 'number' : isList(kind) ? 'items' : 'characters';
  return (
    <>
      <div className={classes.title}>
        <TextField name={`${path}.title`} label={t('form.title')} required />
      </div>
      <SelectField
        name={`${path}.kind`}
        label={t('form.kind')}
        options={QUESTION_KINDS.map((value) => ({ value, label: t(`form.kinds.${value}`) }))}
        required
      />
      <div className={classes.wide}>
        <TextField name={`${path}.description`} label={t('form.description')} />
      </div>
      {isChoice(kind) && (
        <div className={classes.wide}>
          <TextField
            name={`${path}.options`}
            label={t('form.options')}
            description={t('form.optionsHint')}
            rows={3}
            required
          />
        </div>
      )}
      {limits?.least && (
        <NumberField name={`${path}.least`} label={t(`form.least.${unit}`)} whole={unit !== 'number'} />
      )}
      {limits && <NumberField name={`${path}.most`} label={t(`form.most.${unit}`)} whole={unit !== 'number'} />}
      <div className={classes.tick}>
        <CheckboxField name={`${path}.required`} label={t('form.required')} />
      </div>
      <div className={classes.wide}>
        <ConditionsField list={list} place={place} />
      </div>
    </>
  );
}
