import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { useToday } from '../app/use-today';
import type { RewardTeamsQuery } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';

const ShareDialog = onDemand(() => import('./share-dialog').then((module) => module.ShareDialog));
const EndShareDialog = onDemand(() => import('./end-share-dialog').then((module) => module.EndShareDialog));

export type RewardTeam = RewardTeamsQuery['teams'][number];
export type Share = NonNullable<RewardTeam['shares']>[number];

/** What a team manages, by which plans it is rewarded, and how its people share. */
export function TeamRewards({ team }: { team: RewardTeam }) {
  const { t } = useTranslation();
  const today = useToday();
  const [doing, setDoing] = useState<'set' | Share | null>(null);
  const { name, unit, shares, services, rewardPlans, viewerCanChangeShares } = team;
  const during = (from: string, to: string | null) =>
    to
      ? t('people.roles.fromTo', { from: formatDay(from), to: formatDay(to) })
      : t('people.roles.from', { from: formatDay(from) });
  return (
    <Panel
      title={name}
      description={unit?.name}
      actions={
        viewerCanChangeShares && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('rewards.setShareOf', { team: name })}
            onClick={() => setDoing('set')}
          >
            {t('rewards.setShare')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <div>
          <Text fw={600}>{t('rewards.manages')}</Text>
          {services.length === 0 ? (
            <span className="quiet">{t('rewards.managesNothing')}</span>
          ) : (
            services.map(({ id, service, from, to }) => (
              <div key={id}>
                <TextLink to="/catalog/$slug" params={{ slug: service.slug }} underline="always">
                  {service.name}
                </TextLink>{' '}
                <span className="quiet">{during(from, to)}</span>
              </div>
            ))
          )}
        </div>
        {rewardPlans.length > 0 && (
          <div>
            <Text fw={600}>{t('rewards.plans')}</Text>
            {rewardPlans.map((plan) => (
              <div key={plan.id}>
                <TextLink to="/rewards/$plan" params={{ plan: plan.slug }} underline="always">
                  {plan.name}
                </TextLink>
              </div>
            ))}
          </div>
        )}
        {shares && (
          <div>
            <Text fw={600}>{t('rewards.shares')}</Text>
            {shares.length === 0 ? (
              <span className="quiet">{t('rewards.noShares')}</span>
            ) : (
              <SimpleTable
                label={t('rewards.sharesOf', { team: name })}
                head={[t('rewards.person'), t('governance.kpi.weight'), t('rewards.during'), t('governance.act')]}
                numeric={[1]}
                rows={shares.map((share) => [
                  share.person.name,
                  formatNumber(share.weight),
                  during(share.from, share.to),
                  viewerCanChangeShares && (share.to === null || share.to > today) && (
                    <Button
                      key="end"
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('rewards.endShareOf', { name: share.person.name })}
                      onClick={() => setDoing(share)}
                    >
                      {t('rewards.endShare')}
                    </Button>
                  ),
                ])}
              />
            )}
          </div>
        )}
      </Stack>
      {doing === 'set' && <ShareDialog team={team} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'set' && <EndShareDialog share={doing} onClose={() => setDoing(null)} />}
    </Panel>
  );
}
