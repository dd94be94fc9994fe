import { Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { RemoveCommitmentDocument, type FullTermsFragment } from '../generated/graphql';
import { codeWord } from '../i18n/code-word';
import { ChangedValues } from '../ui/changed-values';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatMoney } from '../ui/format-money';
import { formatExactPercent } from '../ui/format-percent';
import { differences } from '../ui/json-differences';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { AroundLimitNote } from './around-limit-note';
import type { Version } from './agreement-page';
import classes from './agreement.module.css';
import { rangeWords, termsFacts } from './terms-facts';
import { promiseWords, targetsWords } from './terms-words';

const route = getRouteApi('/shell/agreements/$slug');
const factWords = (key: string) => codeWord('agreements.fact', key);
type Props = { terms: FullTermsFragment; version: Version; before: FullTermsFragment | null; compared: boolean };

/** One commitment of a version: the promise as a sentence, how it is judged, what missing it costs, what changed. */
export function TermsCard({ terms, version, before, compared }: Props) {
  const { t } = useTranslation();
  const { service, slug } = terms.commitment;
  const facts = termsFacts(terms);
  const changed = before !== null && differences(termsFacts(before), facts).length > 0;
  const side = [
    'targets',
    'lowVolume',
    'source',
    'shortestOutage',
    'longestHold',
    'windowText',
    'underpinnedBy',
    'missingData',
    'coverage',
    'excludedTime',
  ];
  return (
    <Panel
      title={
        <Group gap="xs">
          {terms.name}
          {compared && !before && <ToneBadge tone="accent">{t('agreements.new')}</ToneBadge>}
          {changed && <ToneBadge tone="warning">{t('agreements.changed')}</ToneBadge>}
        </Group>
      }
      description={
        <>
          {t('agreements.on')}{' '}
          <TextLink to="/catalog/$slug" params={{ slug: service.slug }} underline="always">
            {service.name}
          </TextLink>
          {version.state === 'IN_FORCE' && (
            <>
              {' · '}
              <TextLink
                to="/commitments/$service/$commitment"
                params={{ service: service.slug, commitment: slug }}
                underline="always"
              >
                {t('agreements.results')}
              </TextLink>
            </>
          )}
        </>
      }
      actions={version.viewerCanChange && <Actions terms={terms} version={version} />}
    >
      <div className={classes.promise}>{promiseWords(terms)}</div>
      {targetsWords(terms) && <div className="quiet">{targetsWords(terms)}</div>}
      <AroundLimitNote terms={terms} />
      <div className={classes.body}>
        <KeyValueList
          columns={2}
          items={[
            {
              label: factWords('calendar'),
              value: (
                <TextLink to="/manage/calendars/$slug" params={{ slug: terms.calendar.slug }}>
                  {facts['calendar']}
                </TextLink>
              ),
            },
            ...side
              .filter((key) => facts[key] && key !== 'targets')
              .map((key) => ({ label: factWords(key), value: facts[key] })),
          ]}
        />
        <Credit terms={terms} />
      </div>
      {changed && before && (
        <div className={classes.changes}>
          <h3>{t('agreements.changedSince', { number: version.number - 1 })}</h3>
          <ChangedValues label={terms.name} before={termsFacts(before)} after={facts} nameOf={factWords} />
        </div>
      )}
    </Panel>
  );
}

function Credit({ terms: { credit, comparator } }: { terms: FullTermsFragment }) {
  const { t } = useTranslation();
  if (!credit) return <div className="quiet">{t('agreements.noCredit')}</div>;
  return (
    <div>
      <div className={classes.label}>{t('agreements.creditTitle')}</div>
      <ul className={classes.tiers}>
        {credit.tiers.map((tier) => (
          <li key={`${tier.gte}-${tier.lt}`}>
            <span>{rangeWords(tier, comparator)}</span>
            <strong className="figures">{formatExactPercent(tier.percent)}</strong>
          </li>
        ))}
      </ul>
      {(credit.minimum ?? credit.capPercent) && (
        <small className="quiet">
          {credit.minimum && t('agreements.minimumWords', { money: formatMoney(credit.minimum) })}{' '}
          {credit.capPercent && t('agreements.capWords', { cap: formatExactPercent(credit.capPercent) })}
        </small>
      )}
    </div>
  );
}

function Actions({ terms, version }: { terms: FullTermsFragment; version: Version }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const [removing, setRemoving] = useState(false);
  const remove = useAct(RemoveCommitmentDocument, { done: t('agreements.removed') });
  const edit = `${terms.commitment.service.slug}/${terms.commitment.slug}`;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('agreements.changeCommitment', { name: terms.name })}
        onClick={() => void navigate({ search: (old) => ({ ...old, edit }) })}
      >
        {t('people.person.change')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('agreements.removeCommitment', { name: terms.name })}
        onClick={() => setRemoving(true)}
      >
        {t('agreements.remove')}
      </Button>
      <ConfirmDialog
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('agreements.removeCommitment', { name: terms.name })}
        confirm={t('agreements.remove')}
        danger
        onConfirm={() =>
          remove.mutateAsync({ versionId: version.id, commitmentId: terms.commitment.id, revision: version.revision })
        }
      >
        {t('agreements.removeWords')}
      </ConfirmDialog>
    </>
  );
}
