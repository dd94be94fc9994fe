import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ExclusionsToDecideDocument } from '../../generated/graphql';

/** Says that exclusions wait for a second person, which would change what is about to be closed. */
export function ExclusionsToDecide({ commitmentIds, period }: { commitmentIds: readonly string[]; period: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(ExclusionsToDecideDocument, {}));
  const count = (data?.exclusions.edges ?? []).filter(
    ({ node }) => commitmentIds.includes(node.commitment.id) && node.effects.some((effect) => effect.period === period),
  ).length;
  if (count === 0) return null;
  return (
    <Text size="sm" role="note">
      {t('performance.close.undecided', { count })}{' '}
      <Anchor
        component={Link}
        underline="always"
        to="/commitments/exclusions"
        search={{ state: 'PROPOSED' } as never}
        size="sm"
      >
        {t('performance.close.decide')}
      </Anchor>
    </Text>
  );
}
