import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RowsField } from '../../ui/rows-field';
import './form-words';
import { QuestionFields } from './question-fields';
import { newQuestion, type QuestionValues } from './question-values';

type Props = {
  /** Where the form stands among the values around it; left out: it is all of them. */
  at?: string;
  description?: ReactNode;
  /** What else is said of a question. */
  more?: (path: string) => ReactNode;
};

/** The questions of a form, in their order: what is asked, how it is answered, and when. */
export function QuestionsField({ at, description, more }: Props) {
  const { t } = useTranslation();
  const { getValues } = useFormContext();
  const name = at ? `${at}.questions` : 'questions';
  return (
    <RowsField
      name={name}
      label={t('form.questions')}
      description={description}
      add={t('form.add')}
      remove={(place) => t('form.remove', { place })}
      move={{ up: (place) => t('form.up', { place }), down: (place) => t('form.down', { place }) }}
      newRow={() => newQuestion(getValues(name) as QuestionValues[])}
      empty={t('form.none')}
    >
      {(path, place) => (
        <>
          <QuestionFields list={name} place={place} />
          {more?.(path)}
        </>
      )}
    </RowsField>
  );
}
