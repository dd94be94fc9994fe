import type { ChainedFragment } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { formatDuration } from '../../ui/format-duration';
import { formatExactPercent } from '../../ui/format-percent';
import type { Step } from '../../ui/explanation-steps';

export type Chain = NonNullable<ChainedFragment['chain']>;
export type Link = Chain['links'][number];
export type Weak = Chain['tooWeak'][number];

const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(`chain.${key}` as never, values as never));

type Named = { commitment?: { name: string; service: { name: string } } | null };

/** What a link is called: its service and name; what the viewer may not see is another party. */
export function linkName({ commitment }: Named): string {
  return commitment ? `${commitment.service.name}: ${commitment.name}` : t('anotherParty');
}

/** What a link promises, in few words. */
export function linkPromise({ promised, commitment }: Link): string {
  if (promised == null) return '–';
  const indicator = commitment?.terms.indicator;
  const share = formatExactPercent(promised);
  if (indicator?.__typename !== 'TicketsInTimeIndicator') return share;
  const first = [...indicator.targets].sort((a, b) => a.priority - b.priority)[0]!;
  return t('inTime', { share, priority: first.priority, time: formatDuration(first.targetMs, { days: false }) });
}

/** What is wrong with a link, and what would mend it. */
export function weakness({ kind, priority, promised, carries, needed }: Weak): string {
  const isTime = kind === 'TIME' || kind === 'HOURS';
  const shown = (value: string) =>
    isTime ? formatDuration(Number(value), { days: false }) : formatExactPercent(value, 4);
  const values = { priority, promised: shown(promised), carries: shown(carries) };
  const alone = kind === 'TIME' ? Number(carries) <= Number(promised) : Number(carries) >= Number(promised);
  const what = t(alone ? 'weak.together' : `weak.${kind}${priority == null ? '' : 'Of'}`, values);
  if (kind === 'HOURS') return what;
  return `${what} ${needed == null ? t('noneAlone') : t('wouldNeed', { needed: shown(needed) })}`;
}

/** The explanation with names in the place of ids. */
export function namedSteps({ explanation, links }: Chain): Step[] {
  const names = new Map(links.map((link) => [link.id, linkName(link)]));
  const named = (values: Step['inputs']) =>
    values.map((value) => ({ ...value, value: names.get(value.value ?? '') ?? value.value }));
  return explanation.map((step) => ({ ...step, inputs: named(step.inputs), result: named(step.result) }));
}

/** What a step says, once its ids are names. */
export function stepSentence({ rule, inputs, result }: Step): string | null {
  const value = (name: string) => inputs.find((one) => one.name === name)?.value ?? '';
  const parts = inputs.filter(({ name }) => /^parts\..*\.carries$|^parts\.\d+\.carries$/.test(name));
  const percent = (text: string | null | undefined) => formatExactPercent(text ?? '0', 4);
  const time = (text: string | null | undefined) => formatDuration(Number(text ?? 0), { days: false });
  const together = result[0]?.value;
  switch (rule) {
    case 'chain.availability':
      return availabilitySentence(inputs, together);
    case 'chain.share':
      return `${value('link')}: 100% − ${parts.map((part) => percent(String(100 - Number(part.value)))).join(' − ')} = ${percent(together)}`;
    case 'chain.time':
      return `${value('link')}: ${parts.map((part) => time(part.value)).join(' + ')} = ${time(together)}`;
    case 'chain.hours':
      return t('step.hours', {
        link: value('link'),
        below: value('below') || t('alternatives'),
        covered: time(together),
        promised: time(value('promisedMs')),
      });
    case 'chain.window':
      return t('step.window', {
        link: value('link'),
        good: formatExactPercent(value('goodPercent')),
        carries: percent(together),
      });
    default:
      return null;
  }
}

/** Each part once, by its name; where it is no more than a bound, so it says. */
function availabilitySentence(inputs: Step['inputs'], together: string | null | undefined): string {
  const value = (name: string) => inputs.find((one) => one.name === name)?.value;
  const parts = inputs.flatMap(({ name, value: carries }) => {
    const part = /^(parts\.\d+)\.carries$/.exec(name)?.[1];
    if (part === undefined) return [];
    return `${formatExactPercent(carries ?? '0', 4)} (${value(`${part}.link`) ?? t('alternatives')})`;
  });
  const sum = formatExactPercent(together ?? '0', 4);
  const values = { link: value('link') ?? '', parts: parts.join(' × '), together: sum };
  return t(value('atLeast') ? 'step.availabilityAtLeast' : 'step.availability', values);
}
