import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { OrderableServicesDocument } from '../generated/graphql';

/** One more service in the same order, found as in the catalog. */
export function AddService({ onAdd }: { onAdd: (slug: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const asked = useQuery({ ...query(OrderableServicesDocument, { search: words || undefined }), enabled: open });
  if (!open)
    return (
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setOpen(true)}>
          {t('orders.form.addService')}
        </Button>
      </div>
    );
  const options = (asked.data?.services.edges ?? [])
    .filter(({ node }) => node.viewerCanOrder)
    .map(({ node }) => ({ value: node.slug, label: node.name }));
  return (
    <Select
      label={t('orders.form.addService')}
      placeholder={t('orders.form.addServiceHint')}
      searchable
      defaultDropdownOpened
      data={options}
      value={null}
      onSearchChange={setWords}
      // The server has searched already, and tolerates typing errors.
      filter={({ options: all }) => all}
      nothingFoundMessage={asked.isFetching ? t('ui.loading') : t('ui.nothingFound')}
      onChange={(slug) => {
        if (!slug) return;
        setOpen(false);
        setWords('');
        onAdd(slug);
      }}
    />
  );
}
