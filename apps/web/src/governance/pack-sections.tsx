import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackFragment } from '../generated/graphql';
import { formatDay, formatInstant, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { PageHeader } from '../ui/page-header';
import { SimpleTable } from '../ui/simple-table';
import { verdictGlyph, verdictWord } from '../ui/verdict';
import { PackFacts } from './pack-facts';
import { packItems, titleOf } from './pack-items';
import classes from './pack-page.module.css';
import type { ReviewOnPage } from './review-page';

type Props = { review: ReviewOnPage; pack: PackFragment; title: string; zone: string; by: string };

/** Cover, summary, scorecard, results, what was missed, actions, decisions, and what the words mean. */
export function PackSections({ review, pack, title, zone, by }: Props) {
  const { t } = useTranslation();
  const [scorecard, ...items] = packItems(pack);
  return (
    <>
      <section className={classes.cover}>
        <Text className="quiet">{by}</Text>
        <PageHeader title={title} subtitle={t(`governance.editionOf.${pack.edition}`)} />
        <PackFacts pack={pack} zone={zone} />
        <Text size="sm" className="quiet" mt="md">
          {t('governance.packWords')} {t('ui.periodsIn', { zone })}.
        </Text>
      </section>
      <Section title={t('governance.print.summary')}>
        <Summary pack={pack} />
      </Section>
      <Section title={titleOf('kpis')}>{scorecard?.content}</Section>
      <Section title={t('governance.print.results')}>
        <Results pack={pack} />
      </Section>
      {items.map(({ id, content }) => (
        <Section key={id} title={titleOf(id)}>
          {content}
        </Section>
      ))}
      <Section title={t('governance.decisions')}>
        <Agreed review={review} zone={zone} />
      </Section>
      <Section title={t('governance.print.definitions')}>
        <dl className={classes.definitions}>
          {definitions.map((word) => (
            <div key={word}>
              <dt>{t(`governance.print.word.${word}`)}</dt>
              <dd>{t(`governance.print.means.${word}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

const definitions = ['result', 'score', 'total', 'coverage', 'deemed', 'revision', 'hash'] as const;

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The pack in a few sentences. */
function Summary({ pack: { score, coverage, verdict, kpis, breaches, actions } }: { pack: PackFragment }) {
  const { t } = useTranslation();
  const missed = kpis.flatMap(({ results }) => results).filter((result) => result.verdict === 'MISSED').length;
  const open = actions.filter(({ done }) => !done).length;
  return (
    <ul>
      <li>
        {score === null
          ? t(`governance.verdict.${verdict}`)
          : t('governance.print.score', { score: formatNumber(score, { minimumFractionDigits: 2 }) })}{' '}
        {t('governance.coverage', { coverage: formatExactPercent(coverage) })}
      </li>
      <li>{t('governance.print.missed', { count: missed, of: kpis.flatMap(({ results }) => results).length })}</li>
      <li>{t('governance.print.breaches', { count: breaches.length })}</li>
      <li>{t('governance.print.openBefore', { count: open })}</li>
    </ul>
  );
}

/** Every frozen result behind the KPIs. */
function Results({ pack: { kpis } }: { pack: PackFragment }) {
  const { t } = useTranslation();
  return (
    <SimpleTable
      label={t('governance.print.results')}
      head={[
        t('performance.breaches.commitment'),
        t('performance.breaches.period'),
        t('performance.breaches.figure'),
        t('governance.print.verdict'),
        t('governance.print.revision'),
      ]}
      numeric={[2, 4]}
      rows={kpis.flatMap(({ serviceName, commitmentName, results }) =>
        results.map(({ period, figure, verdict, result, revision }) => [
          `${serviceName}: ${commitmentName}`,
          formatPeriod(period),
          figure === null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 }),
          `${verdictGlyph[verdict]} ${verdictWord({ verdict, deemed: result?.deemed })}`,
          revision,
        ]),
      )}
    />
  );
}

/** What the meeting came to: decisions, and the actions taken on in it. */
function Agreed({ review: { decisions, actions, minutes }, zone }: { review: ReviewOnPage; zone: string }) {
  const { t } = useTranslation();
  return (
    <>
      {minutes && <p className={classes.minutes}>{minutes}</p>}
      {decisions.length === 0 ? (
        <Text className="quiet">{t('governance.noDecisions')}</Text>
      ) : (
        <SimpleTable
          label={t('governance.decisions')}
          head={[
            t('governance.decisionKind'),
            t('governance.decisionText'),
            t('performance.breaches.credit'),
            t('governance.print.by'),
          ]}
          rows={decisions.map(({ kind, text, credit, by, at }) => [
            t(`governance.decision.${kind}`),
            text,
            credit?.amount ? formatMoney(credit.amount) : '–',
            `${by.name}, ${formatInstant(at, { zone, style: 'date' })}`,
          ])}
        />
      )}
      {actions.length > 0 && (
        <SimpleTable
          label={t('governance.print.takenOn')}
          head={[t('governance.print.takenOn'), t('governance.action.owner'), t('governance.action.due')]}
          rows={actions.map(({ what, owner, due }) => [what, owner.name, formatDay(due)])}
        />
      )}
    </>
  );
}
