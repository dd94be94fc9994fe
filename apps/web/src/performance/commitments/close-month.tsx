import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentsQuery } from '../../generated/graphql';

const Dialog = lazy(() => import('./close-month-dialog').then((module) => ({ default: module.CloseMonthDialog })));

/** Offered to those who may close something that is shown. */
export const CloseMonth = memo(function CloseMonth({
  commitments: { edges, periods },
}: {
  commitments: CommitmentsQuery['commitments'];
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (!edges.some(({ node }) => node.viewerCanClose)) return null;
  const ended = edges.flatMap(({ node }) => node.results).filter(({ viewerCanClose }) => viewerCanClose);
  const first = ended.map(({ period }) => period).sort()[0];
  return (
    <>
      <Button size="xs" leftSection={<IconSnowflake size={15} stroke={1.7} />} onClick={() => setOpened(true)}>
        {t('performance.close.open')}
      </Button>
      <Suspense>{opened && <Dialog months={periods} first={first} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
});
