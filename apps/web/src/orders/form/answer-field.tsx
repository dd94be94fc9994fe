import { boundFormat, type AskedField, type FormHint } from '@accord/domain';
import { Radio, Stack } from '@mantine/core';
import { CheckboxField } from '../../ui/checkbox-field';
import { DateField } from '../../ui/date-field';
import type { FieldProps } from '../../ui/field-props';
import { NumberField } from '../../ui/number-field';
import { SelectField, type Option } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { useField } from '../../ui/use-field';
import { BoundField } from './bound-field';

type Props = {
  /** Where in the form the answers stand. */
  at: string;
  asked: AskedField;
  hint: FormHint | undefined;
  /** The words of what was answered before, for ids. */
  words: readonly string[];
};

/** One field of a service's form, as its kind and its hint say. */
export function AnswerField({ at, asked: { name, question, required }, hint, words }: Props) {
  const { title, description } = question;
  const shared = { name: `${at}.${name}`, label: title, description, required, placeholder: hint?.placeholder };
  const bound = boundFormat(question);
  const many = question.type === 'array';
  if (bound) return <BoundField {...shared} format={bound} many={many} words={words} />;
  switch (question.type) {
    case 'boolean':
      return <CheckboxField {...shared} />;
    case 'integer':
    case 'number':
      return (
        <NumberField {...shared} min={question.minimum} max={question.maximum} whole={question.type === 'integer'} />
      );
    case 'array':
      return <SelectField {...shared} multiple options={optionsOf(question.items)} />;
    case 'string': {
      const options = optionsOf(question);
      if (options.length > 0 && hint?.widget === 'radio') return <RadioField {...shared} options={options} />;
      if (options.length > 0) return <SelectField {...shared} options={options} clearable={!required} />;
      if (question.format === 'date') return <DateField {...shared} />;
      const type = question.format === 'email' ? 'email' : 'text';
      return <TextField {...shared} type={type} rows={hint?.widget === 'textarea' ? 3 : undefined} />;
    }
  }
}

function RadioField({ options, ...props }: FieldProps & { options: Option[] }) {
  const { field, shared } = useField(props);
  const { id, label, description, withAsterisk, error } = shared;
  const words = { label, description, withAsterisk, error };
  return (
    <Radio.Group
      {...words}
      id={id}
      name={props.name}
      tabIndex={-1}
      value={(field.value as string | undefined) ?? ''}
      onChange={field.onChange}
    >
      <Stack gap="xs" mt="xs">
        {options.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function optionsOf(choice: {
  enum?: readonly string[];
  oneOf?: readonly { const: string; title: string }[];
}): Option[] {
  return (
    choice.oneOf?.map((option) => ({ value: option.const, label: option.title })) ??
    choice.enum?.map((value) => ({ value, label: value })) ??
    []
  );
}
