import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { BundlePageDocument, type BundlePageQuery } from '../generated/graphql';
import { CopyLink } from '../ui/copy-link';
import { KeyValueList } from '../ui/key-value-list';
import { LoadedPage } from '../ui/loaded-page';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { CatalogCrumbs } from './catalog-crumbs';
import { bundlePriceWords } from './bundle-price';
import { BundleStar } from './bundle-star';
import './bundle-words';
import { deliveryWords } from './delivery-words';
import { priceWords } from './price-words';
import { RetiringWords } from './retiring-words';
import { termWords } from './term-words';
import classes from './service-page.module.css';

const route = getRouteApi('/shell/catalog/bundles/$slug');
export type BundleOnPage = NonNullable<BundlePageQuery['bundle']>;

/** What is in it, what does it cost together, and can I order it? */
export function BundlePage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(BundlePageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('bundles.title')}>
      {({ bundle }) => <Content bundle={found(bundle)} />}
    </LoadedPage>
  );
}

function Content({ bundle }: { bundle: BundleOnPage }) {
  const { t } = useTranslation();
  const { slug, name, outcome, description, parts, cost, owner, orderRefusal } = bundle;
  return (
    <>
      <PageHeader
        above={<CatalogCrumbs />}
        title={name}
        subtitle={outcome}
        badges={<ToneBadge tone="accent">{t('bundles.title')}</ToneBadge>}
        actions={
          <>
            <BundleStar bundle={bundle} />
            <CopyLink />
            {!orderRefusal && (
              <LinkButton to="/order" search={{ bundle: slug }} size="xs">
                {t('bundles.order')}
              </LinkButton>
            )}
            {bundle.viewerCanChange && (
              <LinkButton to="/manage/bundles/$slug" params={{ slug }} size="xs" variant="default">
                {t('catalog.manage.title')}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap="md">
        {orderRefusal && (
          <p className={classes.notice}>
            {t('bundles.cannot')}: {orderRefusal}
          </p>
        )}
        <div className={classes.columns}>
          <Panel title={t('bundles.what')}>
            <ul className={classes.plans}>
              {parts.map((part) => (
                <Part key={part.key} part={part} />
              ))}
            </ul>
          </Panel>
          <Stack gap="md">
            <Panel title={t('bundles.cost')} description={t('bundles.sum')}>
              <strong className="figures">{bundlePriceWords({ cost, parts })}</strong>
            </Panel>
            <Panel title={t('catalog.facts')}>
              <KeyValueList items={[{ label: t('bundles.owner'), value: owner.name }]} />
            </Panel>
            {description && (
              <Panel title={t('catalog.about')}>
                <div className={classes.description}>{description}</div>
              </Panel>
            )}
          </Stack>
        </div>
      </Stack>
    </>
  );
}

function Part({ part }: { part: BundleOnPage['parts'][number] }) {
  const { t } = useTranslation();
  const { required, quantity, most, refusal, service, plan } = part;
  return (
    <li className={classes.plan}>
      <h3>
        <TextLink to="/catalog/$slug" params={{ slug: service.slug }}>
          {service.name}
        </TextLink>
      </h3>
      <div className="quiet">{service.outcome}</div>
      <dl className={classes.prices}>
        <div>
          <dt>{required ? t('bundles.required') : t('bundles.optional')}</dt>
          <dd className="figures">
            {most === null ? t('bundles.times', { count: quantity }) : t('bundles.upTo', { quantity, most })}
          </dd>
        </div>
        {plan.prices.map((price) => (
          <div key={price.id}>
            <dt>{price.label}</dt>
            <dd className="figures">{priceWords(price, plan.currency)}</dd>
          </div>
        ))}
      </dl>
      {termWords(plan, t) && <p className={classes.delivery}>{termWords(plan, t)}</p>}
      <p className={classes.delivery}>
        {plan.name}. {plan.delivery ? deliveryWords(plan.delivery) : t('catalog.delivery.nothing')}
      </p>
      {plan.retiring && (
        <p className={classes.delivery}>
          <RetiringWords retiring={plan.retiring} />
        </p>
      )}
      {refusal && <p className={classes.delivery}>{refusal}</p>}
    </li>
  );
}
