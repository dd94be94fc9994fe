import { Stack } from '@mantine/core';
import { Link as RouterLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChainedFragment } from '../../generated/graphql';
import { ExplanationSteps } from '../../ui/explanation-steps';
import { formatDuration } from '../../ui/format-duration';
import { formatExactPercent } from '../../ui/format-percent';
import { SimpleTable } from '../../ui/simple-table';
import { ToneBadge } from '../../ui/tone-badge';
import { AgreementKindBadge } from '../agreement-kind';
import { ChainPicture } from './chain-picture';
import classes from './chain-view.module.css';
import { linkName, linkPromise, namedSteps, stepSentence, weakness, type Chain, type Link } from './chain-words';
import '../explanation-words';

/** Can the promise be kept by what it rests on, and which link breaks first? */
export function ChainView({ chain, zone }: { chain: Chain; zone: string }) {
  const { t } = useTranslation();
  const byId = new Map(chain.links.map((link) => [link.id, link]));
  const name = (id: string) => (byId.has(id) ? linkName(byId.get(id)!) : t('chain.aPart'));
  const caveats = [...new Set(chain.caveats.map(({ kind }) => kind))].map((kind) => ({
    kind,
    links: chain.caveats.filter((caveat) => caveat.kind === kind).map(({ link }) => name(link)),
  }));
  return (
    <Stack gap="md">
      <Verdict chain={chain} name={name} />
      <ChainPicture chain={chain} />
      <SimpleTable
        label={t('chain.links')}
        head={[t('chain.link'), t('chain.party'), t('chain.promises'), t('chain.finding')]}
        rows={chain.links.map((link) => [
          <LinkCell key="name" link={link} />,
          <Party key="party" link={link} />,
          <span key="promise" className="figures">
            {linkPromise(link)}
          </span>,
          <Finding key="finding" chain={chain} link={link} />,
        ])}
      />
      {caveats.length > 0 && (
        <section>
          <h3 className={classes.head}>{t('chain.caveats')}</h3>
          <ul className={classes.list}>
            {caveats.map(({ kind, links }) => (
              <li key={kind}>{t(`chain.caveat.${kind}`, { links: links.join('; ') })}</li>
            ))}
          </ul>
        </section>
      )}
      {chain.explanation.length > 0 && (
        <details>
          <summary>{t('chain.how')}</summary>
          <ExplanationSteps steps={namedSteps(chain)} zone={zone} sentence={stepSentence} />
        </details>
      )}
    </Stack>
  );
}

function Verdict({ chain: { holds, figures, weakest }, name }: { chain: Chain; name: (id: string) => string }) {
  const { t } = useTranslation();
  const time = (ms: number) => formatDuration(ms, { days: false });
  const lines = figures.map(({ priority, promised, attainable, promisedMs, attainableMs }) => {
    const shares = {
      promised: formatExactPercent(promised),
      attainable: attainable == null ? '–' : formatExactPercent(attainable, 4),
    };
    if (priority == null || promisedMs == null || attainableMs == null) return t('chain.figure', shares);
    const times = { priority, promisedMs: time(promisedMs), attainableMs: time(attainableMs) };
    return t('chain.figureInTime', { ...shares, ...times });
  });
  return (
    <div className={classes.verdict}>
      <ToneBadge tone={holds ? 'good' : 'bad'}>{t(holds ? 'chain.holds' : 'chain.breaks')}</ToneBadge>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      <span className="quiet">{t(holds ? 'chain.least' : 'chain.weakest', { link: name(weakest) })}</span>
    </div>
  );
}

function LinkCell({ link }: { link: Link }) {
  const { commitment, depth } = link;
  return (
    <span className={classes.link} style={{ paddingInlineStart: `${Math.min(depth, 4) * 1.25}rem` }}>
      {depth > 0 && <span aria-hidden>↳</span>}
      {commitment ? (
        <RouterLink
          to="/commitments/$service/$commitment"
          params={{ service: commitment.service.slug, commitment: commitment.slug }}
        >
          {linkName(link)}
        </RouterLink>
      ) : (
        <span className="quiet">{linkName(link)}</span>
      )}
    </span>
  );
}

function Party({ link: { commitment } }: { link: Link }) {
  if (!commitment) return '–';
  const { kind, provider } = commitment.agreement;
  return (
    <span className={classes.link}>
      <AgreementKindBadge kind={kind} /> {provider?.name}
    </span>
  );
}

function Finding({ chain, link }: { chain: Chain; link: Link }) {
  const { t } = useTranslation();
  const weak = chain.tooWeak.filter((one) => one.link === link.id);
  const below = chain.tooWeak.some(({ under }) => under === link.id);
  if (weak.length === 0 && !below) return null;
  return (
    <>
      {below && <div className={classes.bad}>{t('chain.overPromise')}</div>}
      {[...new Set(weak.map(weakness))].map((sentence) => (
        <div key={sentence} className={classes.bad}>
          {sentence}
        </div>
      ))}
    </>
  );
}

/** The chains of a list of commitments, one after the other; those of which nothing is known are left out. */
export function ChainList({ commitments }: { commitments: readonly ChainedFragment[] }) {
  const { t } = useTranslation();
  const chained = commitments.flatMap((one) => (one.chain ? [{ ...one, chain: one.chain }] : []));
  if (chained.length === 0) return <p className="quiet">{t('chain.none')}</p>;
  return (
    <Stack gap="xl">
      {chained.map(({ id, name, service, agreement, chain }) => (
        <section key={id}>
          {commitments.length > 1 && (
            <h2 className={classes.head}>
              {service.name}: {name}
            </h2>
          )}
          <ChainView chain={chain} zone={agreement.timeZone} />
        </section>
      ))}
    </Stack>
  );
}
