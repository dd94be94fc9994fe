import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CommitmentsStandingDocument } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { Tile } from '../../ui/tile';
import { query } from '../query';
import { TextLink } from '../text-link';

const tiles = [
  ['MISSED', 'missed', 'bad'],
  ['AT_RISK', 'atRisk', 'warning'],
  ['INSUFFICIENT_DATA', 'insufficientData', 'neutral'],
  ['MET', 'met', 'good'],
] as const;

/** How everything that is promised stands now, for those who see it all; each number leads to its commitments. */
export function CommitmentsStanding() {
  const { t } = useTranslation();
  const asked = useQuery(query(CommitmentsStandingDocument, {}));
  return (
    <Loaded query={asked} loading={null}>
      {({ commitments: { totalCount, standing } }) =>
        totalCount > 0 && (
          <Panel
            title={t('app.home.standing')}
            description={t('app.home.standingWords')}
            actions={<TextLink to="/commitments">{t('app.home.heat')}</TextLink>}
          >
            <Group gap="xs">
              {tiles.map(([verdict, key, tone]) => (
                <Tile
                  key={verdict}
                  label={t(`ui.verdict.${verdict}`)}
                  value={standing[key]}
                  tone={standing[key] > 0 ? tone : 'neutral'}
                  link={{ to: '/commitments', search: { verdict: [verdict] } }}
                />
              ))}
            </Group>
          </Panel>
        )
      }
    </Loaded>
  );
}
