import { TextInput } from '@mantine/core';
import { useState } from 'react';

type Props = { label: string; description: string; value: string[]; onChange: (value: string[]) => void };

/** Several short texts, with commas between them. */
export function ListInput({ label, description, value, onChange }: Props) {
  const [text, setText] = useState(value.join(', '));
  return (
    <TextInput
      label={label}
      description={description}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const parts = currentTarget.value.split(',').map((part) => part.trim());
        onChange([...new Set(parts.filter(Boolean))]);
      }}
    />
  );
}
