import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './home.module.css';

/** The first question of most people here, answered by the catalog. */
export function HomeSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/catalog', search: { q: text.trim() || undefined } });
  };
  return (
    <form role="search" aria-label={t('app.home.search')} onSubmit={submit} className={classes.search}>
      <TextInput
        type="search"
        size="md"
        aria-label={t('app.home.search')}
        placeholder={t('catalog.searchHint')}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        data-filter
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="md">
        {t('app.home.catalog')}
      </Button>
    </form>
  );
}
