import { Group } from '@mantine/core';
import { Tile } from './tile';

type Props<Code extends string> = {
  choices: readonly { value: Code; label: string }[];
  counts: readonly { value: string; count: number }[];
  selected: readonly Code[];
  /** Undefined when nothing is chosen any more. */
  onChange: (chosen: Code[] | undefined) => void;
};

/** How many there are of each kind; pressed, only those. */
export function FilterTiles<Code extends string>({ choices, counts, selected, onChange }: Props<Code>) {
  if (counts.length === 0 && selected.length === 0) return null;
  const toggle = (code: Code) => {
    const chosen = selected.includes(code) ? selected.filter((other) => other !== code) : [...selected, code];
    onChange(chosen.length > 0 ? chosen : undefined);
  };
  return (
    <Group gap="xs" mb="md">
      {choices.map(({ value: code, label }) => (
        <Tile
          key={code}
          label={label}
          value={counts.find(({ value }) => value === code)?.count ?? 0}
          pressed={selected.includes(code)}
          onClick={() => toggle(code)}
        />
      ))}
    </Group>
  );
}
