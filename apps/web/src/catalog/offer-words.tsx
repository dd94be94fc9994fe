import type { ServiceDefinition } from '@accord/domain';
import { useTranslation } from 'react-i18next';
import './choosing-words';
import classes from './offer.module.css';

type Props = {
  definition: ServiceDefinition;
  /** Services that it may name. */
  named: readonly { slug: string; name: string }[];
};

/** What customers read of the service by a version. */
export function OfferWords({ definition, named }: Props) {
  const { t } = useTranslation();
  const { name, outcome, description, synonyms, supportingServices, relatedServices } = definition;
  const names = (slugs: readonly string[]) =>
    slugs.map((slug) => named.find((one) => one.slug === slug)?.name ?? slug).join(', ');
  const rows = [
    [t('catalog.field.synonyms'), synonyms.join(', ')],
    [t('catalog.support.title'), names(supportingServices)],
    [t('choosing.points.title'), names(relatedServices)],
  ] as const;
  return (
    <div className={classes.plan}>
      <h3>{name}</h3>
      <p>{outcome}</p>
      {description && <p className="quiet">{description}</p>}
      {rows.map(([label, text]) => text && <p key={label}>{`${label}: ${text}`}</p>)}
    </div>
  );
}
