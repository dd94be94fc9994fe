import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../../../i18n/code-word';
import { ColumnChoice, type FileColumn } from './column-choice';
import type { AnswerDraft } from './draft';
import { Part } from './part';

type Props = { draft: AnswerDraft; columns: FileColumn[]; onChange: (draft: AnswerDraft) => void };

/** When which survey was answered, and with which score of which scale. */
export function AnswerParts({ draft, columns, onChange }: Props) {
  const { t } = useTranslation();
  const words = (name: string) => codeWord('mapping.field', name);
  const { scale, series } = draft;
  return (
    <Part title={t('mapping.answers')}>
      <ColumnChoice
        columns={columns}
        label={words('answer')}
        hint={t('mapping.answerHint')}
        value={draft.answer}
        required
        onChange={(value) => onChange({ ...draft, answer: value })}
      />
      <ColumnChoice
        columns={columns}
        label={words('at')}
        value={draft.observedAt}
        required
        onChange={(value) => onChange({ ...draft, observedAt: value })}
      />
      <ColumnChoice
        columns={columns}
        label={words('score')}
        value={draft.score}
        required
        onChange={(value) => onChange({ ...draft, score: value })}
      />
      {(['lowest', 'highest'] as const).map((end) => (
        <TextInput
          key={end}
          label={words(end)}
          inputMode="numeric"
          maxLength={3}
          withAsterisk
          value={String(scale[end])}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, scale: { ...scale, [end]: Number(currentTarget.value.replace(/\D/g, '')) } })
          }
        />
      ))}
      <ColumnChoice
        columns={columns}
        label={words('survey')}
        value={'column' in series ? series.column : undefined}
        none={t('mapping.oneSurvey')}
        onChange={(value) => onChange({ ...draft, series: value ? { column: value } : { name: '' } })}
      />
      {'name' in series && (
        <TextInput
          label={t('mapping.surveyName')}
          description={t('mapping.surveyHint')}
          withAsterisk
          maxLength={200}
          value={series.name}
          onChange={({ currentTarget }) => onChange({ ...draft, series: { name: currentTarget.value } })}
        />
      )}
    </Part>
  );
}
