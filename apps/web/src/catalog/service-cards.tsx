import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceCardFragment } from '../generated/graphql';
import { ToneBadge } from '../ui/tone-badge';
import { LifecycleBadge } from './lifecycle-badge';
import { leadPrice } from './price-words';
import { PromiseSummary } from './promise-summary';
import classes from './service-list.module.css';

type Props = {
  services: readonly ServiceCardFragment[];
  label?: string;
  /** Of the cards' headings. */
  level?: 2 | 3;
  /** What one does with a card beside opening it. */
  tools?: (service: ServiceCardFragment) => ReactNode;
};

/** Services as cards: what one gets, what it costs, and whether the promise is kept. */
export function ServiceCards({ services, label, level = 2, tools }: Props) {
  const { t } = useTranslation();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className={classes.cards} aria-label={label ?? t('app.nav.catalog')}>
      {services.map((service) => (
        <li key={service.id} data-row className={classes.card}>
          <Heading className={classes.name}>
            <Link to="/catalog/$slug" params={{ slug: service.slug }}>
              {service.name}
            </Link>
          </Heading>
          <div className={classes.outcome}>{service.outcome}</div>
          <div className={classes.badges}>
            {service.lifecycle !== 'LIVE' && <LifecycleBadge lifecycle={service.lifecycle} />}
            <ToneBadge>{t(`catalog.line.${service.lineOfService}`)}</ToneBadge>
            {service.archetype && <ToneBadge>{service.archetype.name}</ToneBadge>}
          </div>
          <div className={classes.foot}>
            <span>
              {service.viewerCanSeePrices
                ? (leadPrice(service.plans) ?? t('catalog.price.none'))
                : t('catalog.price.hidden')}
            </span>
            <PromiseSummary commitments={service.commitments} />
          </div>
          {tools?.(service)}
        </li>
      ))}
    </ul>
  );
}
