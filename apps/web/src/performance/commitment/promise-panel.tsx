import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AroundLimitNote } from '../../agreements/around-limit-note';
import { TextLink } from '../../app/text-link';
import type { PromiseFragment } from '../../generated/graphql';
import { formatDay } from '../../ui/format-instant';
import { Panel } from '../../ui/panel';
import classes from './promise-panel.module.css';
import type { Commitment } from './result-keys';
import { creditRules, promiseRules } from './promise-rules';
import { promiseSentence } from './promise-words';

type Props = { terms: PromiseFragment; service: string; agreement: Commitment['agreement']; replaced: boolean };

/** The promise in words, as the version that judged this period states it. */
export function PromisePanel({ terms, service, agreement, replaced }: Props) {
  const { t } = useTranslation();
  const credits = creditRules(terms);
  const { number, effectiveFrom, effectiveTo } = terms.version;
  return (
    <Panel
      title={t('performance.promise.title')}
      description={
        <>
          {agreement.viewerCanSee ? (
            <TextLink to="/agreements/$slug" params={{ slug: agreement.slug }} underline="always">
              {agreement.name}
            </TextLink>
          ) : (
            agreement.name
          )}
          {', '}
          {t(effectiveTo ? 'performance.promise.versionTo' : 'performance.promise.version', {
            number,
            from: formatDay(effectiveFrom),
            to: effectiveTo && formatDay(effectiveTo),
          })}
          {replaced && `. ${t('performance.promise.replaced')}`}
        </>
      }
    >
      <Stack gap="sm">
        <Text fw={550}>{promiseSentence(terms, service)}</Text>
        <AroundLimitNote terms={terms} />
        <ul className={classes.rules}>
          {promiseRules(terms).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        {credits.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('performance.promise.credit')}
            </Text>
            <ul className={classes.rules}>
              {credits.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Panel>
  );
}
