import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  value: string;
  /** `commit` is false while typing (replace in the URL), true on Enter (push). */
  onChange: (value: string, commit: boolean) => void;
  placeholder?: string;
  delayMs?: number;
  /** Lets `/` focus this box. */
  filter?: boolean;
  hint?: ReactNode;
};

/** A search whose text is in the URL: replaced while typing, pushed on Enter. */
export function SearchBox({ label, value, onChange, placeholder, delayMs = 200, filter = true, hint }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const timer = useRef<number>(undefined);
  const sent = useRef(value);

  // Back and forward change the value from outside.
  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const send = (next: string, commit: boolean) => {
    window.clearTimeout(timer.current);
    sent.current = next;
    onChange(next, commit);
  };
  const type = (next: string) => {
    setText(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(next, false), delayMs);
  };

  return (
    <TextInput
      type="search"
      miw="min(17rem, 100%)"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={text}
      data-filter={filter || undefined}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSection={
        text ? <CloseButton size="sm" aria-label={t('ui.clear')} onClick={() => (setText(''), send('', true))} /> : hint
      }
      rightSectionPointerEvents="all"
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && send(text, true)}
    />
  );
}
