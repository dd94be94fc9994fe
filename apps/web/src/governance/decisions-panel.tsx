import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PackFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { Timeline } from '../ui/timeline';
import { ToneBadge } from '../ui/tone-badge';
import type { ReviewOnPage } from './review-page';

const DecisionForm = onDemand(() => import('./decision-form').then((module) => module.DecisionForm));

/** What was decided on the evidence, by whom; while the review is held, a form for the next one. */
export function DecisionsPanel({ review, pack }: { review: ReviewOnPage; pack?: PackFragment }) {
  const { t } = useTranslation();
  const { decisions, viewerCanDecide } = review;
  return (
    <Panel title={t('governance.decisions')}>
      <Stack gap="md">
        {decisions.length === 0 ? (
          <Text className="quiet">{t('governance.noDecisions')}</Text>
        ) : (
          <Timeline
            entries={decisions.map(({ id, at, kind, text, by, credit }) => ({
              id,
              at,
              title: (
                <>
                  <ToneBadge tone="accent">{t(`governance.decision.${kind}`)}</ToneBadge> {text}
                </>
              ),
              body: [by.name, ...(credit?.amount ? [formatMoney(credit.amount)] : [])].join(' · '),
            }))}
          />
        )}
        {viewerCanDecide && pack && <DecisionForm review={review} pack={pack} />}
      </Stack>
    </Panel>
  );
}
