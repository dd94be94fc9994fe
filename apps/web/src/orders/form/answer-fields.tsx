import { checkAnswers, type Answers, type OrderForm } from '@accord/domain';
import { Alert, List } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldRow } from '../../ui/field-row';
import { AnswerField } from './answer-field';

type Props = {
  form: OrderForm;
  /** Where in the form around them the answers stand. */
  at?: string;
  words?: ReadonlyMap<string, readonly string[]>;
  /** Answers that come from elsewhere: not asked here, but they decide what else is. */
  given?: Answers;
};

/** What a service asks, as far as the answers so far call for it; and what will not be sent since it is not asked any more. */
export function AnswerFields({ form, at = 'answers', words, given }: Props) {
  const { t } = useTranslation();
  const own = useWatch({ name: at }) as Answers;
  const { asked: all, dropped } = checkAnswers(form, { ...own, ...given });
  const asked = all.filter(({ name }) => !given || !Object.hasOwn(given, name));
  return (
    <>
      {inRows(asked, form).map((row) => {
        const fields = row.map((field) => (
          <AnswerField
            key={field.name}
            at={at}
            asked={field}
            hint={form.ui.hints?.[field.name]}
            words={words?.get(field.name) ?? []}
          />
        ));
        return row.length > 1 ? <FieldRow key={row[0]!.name}>{fields}</FieldRow> : fields;
      })}
      <div role="status">
        {dropped.length > 0 && (
          <Alert color="gray" title={t('orders.form.dropped')}>
            <List size="sm">
              {dropped.map(({ field, title }) => (
                <List.Item key={field}>{title}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
    </>
  );
}

/** Two fields of half the width stand side by side. */
function inRows<Field extends { name: string }>(fields: readonly Field[], { ui }: OrderForm): Field[][] {
  const isHalf = ({ name }: Field) => ui.hints?.[name]?.width === 'half';
  return fields.reduce<Field[][]>((rows, field) => {
    const last = rows.at(-1);
    if (last?.length === 1 && isHalf(last[0]!) && isHalf(field)) last.push(field);
    else rows.push([field]);
    return rows;
  }, []);
}
