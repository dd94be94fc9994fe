import { Stack, Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PackFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { Timeline } from '../ui/timeline';
import { ToneBadge } from '../ui/tone-badge';
import type { ReviewOnPage } from './review-page';

const DecisionForm = onDemand(() => import('./decision-form').then((module) => module.DecisionForm));

type Replacement = NonNullable<ReviewOnPage['decisions'][number]['credit']>['replacedBy'];

/** What became of the credit after it was decided on. */
function sinceThen(credit: Replacement | undefined): string[] {
  if (!credit) return [];
  if (credit.state === 'CANCELLED') return [i18next.t('governance.newer.noCredit')];
  return credit.amount ? [i18next.t('governance.newer.credit', { amount: formatMoney(credit.amount) })] : [];
}

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
              body: [
                by.name,
                ...(credit?.amount ? [formatMoney(credit.amount)] : []),
                ...sinceThen(credit?.replacedBy),
              ].join(' · '),
            }))}
          />
        )}
        {viewerCanDecide && pack && <DecisionForm review={review} pack={pack} />}
      </Stack>
    </Panel>
  );
}
