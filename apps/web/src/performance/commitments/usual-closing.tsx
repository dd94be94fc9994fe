import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import { ChangeUsualClosingDocument, UsualClosingDocument } from '../../generated/graphql';

/** When periods close by themselves, of agreements that do not say it; the BT office changes it here. */
export function UsualClosing() {
  const { t } = useTranslation();
  const [days, setDays] = useState<number | null | undefined>(undefined);
  const { data } = useQuery(query(UsualClosingDocument, {}));
  const change = useAct(ChangeUsualClosingDocument, {
    done: t('performance.closing.changed'),
    onDone: () => setDays(undefined),
  });
  if (!data) return null;
  const usual = data.usualClosing.days ?? null;
  return (
    <div>
      <Text size="sm" className="quiet">
        {usual === null ? t('performance.closing.byHand') : t('performance.closing.usually', { count: usual })}
      </Text>
      {data.usualClosing.viewerCanChange && (
        <Group align="flex-end" gap="xs" mt="xs">
          <NumberInput
            label={t('performance.closing.days')}
            description={t('performance.closing.daysHint')}
            min={0}
            max={90}
            allowDecimal={false}
            value={(days === undefined ? usual : days) ?? ''}
            onChange={(value) => setDays(value === '' ? null : Number(value))}
          />
          <Button
            variant="default"
            disabled={days === undefined || days === usual}
            loading={change.isPending}
            onClick={() => change.mutate({ days })}
          >
            {t('performance.closing.change')}
          </Button>
        </Group>
      )}
    </div>
  );
}
