import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Finds services from anywhere: Enter opens the catalog with the search in its address. */
export function HeaderSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/catalog', search: { q: text.trim() || undefined } });
    setText('');
  };
  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        type="search"
        size="sm"
        aria-label={t('app.search')}
        placeholder={t('app.searchHint')}
        data-header-search
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden visibleFrom="sm">
            /
          </Kbd>
        }
      />
    </form>
  );
}
