import { NativeSelect } from '@mantine/core';

type Props<Value extends string> = {
  label: string;
  /** The label is read aloud but not shown. */
  quiet?: boolean;
  data: readonly { value: Value; label: string }[];
  /** Null when nothing is chosen. */
  value: Value | null;
  onChange: (value: Value | null) => void;
  /** What choosing nothing means; without it something is always chosen. */
  none?: string;
  size?: 'xs' | 'sm';
  width?: number;
};

/** One of a few: the browser's own list, which every keyboard and phone knows. */
export function Choice<Value extends string>({ label, quiet, data, value, onChange, none, size, width }: Props<Value>) {
  return (
    <NativeSelect
      {...(quiet ? { 'aria-label': label } : { label })}
      size={size}
      w={width}
      data={none === undefined ? [...data] : [{ value: '', label: none }, ...data]}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || null) as Value | null)}
    />
  );
}
