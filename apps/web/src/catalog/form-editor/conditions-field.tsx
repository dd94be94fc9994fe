import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/checkbox-field';
import { NumberField } from '../../ui/number-field';
import { RowsField } from '../../ui/rows-field';
import { SelectField } from '../../ui/select-field';
import type { ConditionValues } from './condition-values';
import classes from './question-fields.module.css';
import { isChoice, isNumber, isTestable } from './question-kinds';
import { optionsOf, type QuestionValues } from './question-values';

/** Which answers to the questions before it decide whether a question is asked. */
export function ConditionsField({ list, place }: { list: string; place: number }) {
  const { t } = useTranslation();
  const questions = useWatch({ name: list }) as QuestionValues[];
  const path = `${list}.${place}`;
  const conditions = questions[place]?.conditions ?? [];
  const before = questions.slice(0, place).filter(({ kind }) => isTestable(kind));
  if (before.length === 0 && conditions.length === 0) return null;
  return (
    <>
      <RowsField
        name={`${path}.conditions`}
        label={t('form.when.title')}
        add={t('form.when.add')}
        remove={(row) => t('form.when.remove', { place: row })}
        newRow={() => ({ question: before.length === 1 ? before[0]!.key : '', is: [], least: null, most: null })}
        empty={t('form.when.always')}
      >
        {(row, i) => {
          const tested = questions.find(({ key }) => key === conditions[i]?.question);
          // What is chosen stays in the list, though it was moved behind.
          const offered = tested && !before.includes(tested) ? [...before, tested] : before;
          return (
            <>
              <SelectField
                name={`${row}.question`}
                label={t('form.when.question')}
                options={offered.map(({ key, title }) => ({ value: key, label: title || t('form.untitled') }))}
                required
              />
              {tested && <Answer path={row} tested={tested} />}
            </>
          );
        }}
      </RowsField>
      {conditions.length > 0 && (
        <div className={classes.unless}>
          <CheckboxField name={`${path}.unless`} label={t('form.when.unless')} />
        </div>
      )}
    </>
  );
}

/** What has to be answered, as the kind of the question allows. */
function Answer({ path, tested }: { path: string; tested: QuestionValues }) {
  const { t } = useTranslation();
  const is = useWatch({ name: `${path}.is` }) as ConditionValues['is'];
  if (isNumber(tested.kind))
    return (
      <>
        <NumberField name={`${path}.least`} label={t('form.when.least')} />
        <NumberField name={`${path}.most`} label={t('form.when.most')} />
      </>
    );
  const choices = isChoice(tested.kind)
    ? optionsOf(tested).map(({ const: value, title }) => ({ value, label: title }))
    : (['true', 'false'] as const).map((value) => ({ value, label: t(`form.when.${value}`) }));
  // What is no choice any more is shown, so that it can be taken away.
  const gone = is.filter((value) => choices.every((one) => one.value !== value));
  return (
    <SelectField
      name={`${path}.is`}
      label={t(tested.kind === 'choices' ? 'form.when.contains' : 'form.when.is')}
      options={[...choices, ...gone.map((value) => ({ value, label: value }))]}
      multiple
      required
    />
  );
}
