import type { NoticeFacts, NoticeKind } from './notice-kinds.js';

type Words = { readonly [K in NoticeKind]: (facts: NoticeFacts<K>) => string };

const because = (reason: string | undefined) => (reason ? `: ${reason}` : '.');

const beside = (text: string | undefined) => (text ? ` ${text}` : '');

/** What a notice says, in one sentence; no more than its reader needs to know whether to look. */
const WORDS: Words = {
  approvalNeeded: ({ order, requester, what, amount, standsInFor }) =>
    `${requester} asks you to approve order ${order}${standsInFor ? `, in place of ${standsInFor}` : ''}: ${what}, ${amount}.`,
  approvalReminder: ({ order, requester, what, since }) =>
    `Order ${order} of ${requester} has waited for your approval since ${since}: ${what}.`,
  substituteProposed: ({ person, substitute, from, to, by }) =>
    `${by} proposes that ${substitute} decides on orders in place of ${person} from ${from} to ${to}; a second person decides on it.`,
  substituteDecided: ({ person, substitute, state, by }) =>
    `That ${substitute} decides in place of ${person} is ${state} by ${by}.`,
  substitution: ({ person, substitute, from, to }) =>
    `${substitute} decides on orders in place of ${person} from ${from} to ${to}.`,
  orderChanged: ({ order, what, state, by, reason }) =>
    `Order ${order} (${what}) is ${state}${by ? ` by ${by}` : ''}${because(reason)}`,
  informationNeeded: ({ order, by, question }) => `${by} asks about order ${order}: ${question}`,
  informationGiven: ({ order, by }) => `${by} has answered about order ${order}.`,
  taskAssigned: ({ order, task, due }) => `Task ${task} of order ${order} is yours${due ? `, due ${due}` : ''}.`,
  taskFailed: ({ order, task, reason }) => `Task ${task} of order ${order} has failed: ${reason}`,
  taskDoneLate: ({ order, task, reason }) => `Task ${task} of order ${order} was done after all: ${reason}`,
  budgetLow: ({ budget, unit, left }) => `Budget ${budget} of ${unit} has ${left} left.`,
  priceChange: ({ service, plan, from, before, after, text }) =>
    `${service}, plan ${plan}, costs ${after} from ${from}; until then ${before}.${beside(text)}`,
  promiseChange: ({ service, plan, from, before, after, text }) =>
    `${service}, plan ${plan}, comes with ${after} from ${from}; until then with ${before}.${beside(text)}`,
  changeCalledOff: ({ service, plan, what, text }) =>
    `${service}, plan ${plan}, goes on as before: ${what}; the change that was announced is called off.${beside(text)}`,
  retirement: ({ what, on, successor }) => `${what} ends on ${on}${successor ? `; ${successor} takes its place` : ''}.`,
  retirementProposed: ({ what, on, by }) => `${by} proposes that ${what} ends on ${on}.`,
  retirementDecided: ({ what, state, by }) => `The proposed retirement of ${what} is ${state} by ${by}.`,
  retirementUndone: ({ what, reason }) => `${what} does not end after all: ${reason}`,
  retirementOverdue: ({ what, finding }) => `${what} should have ended. ${finding}`,
  renewalDue: ({ service, plan, on }) => `${service}, plan ${plan}, renews on ${on}.`,
  versionProposed: ({ service, by }) => `${by} proposes a new version of ${service}.`,
  versionDecided: ({ service, state, by }) => `The proposed version of ${service} is ${state} by ${by}.`,
  chargeClosed: ({ unit, month, total }) => `The bill of ${unit} for ${month} is closed: ${total}.`,
  billFile: ({ month, format, state }) => `The bill for ${month} as ${format} is ${state}.`,
  dispute: ({ unit, month, line, by }) => `${by} disputes ${line} on the bill of ${unit} for ${month}.`,
  disputeAnswered: ({ month, line, answer }) => `Your dispute of ${line} on the bill for ${month}: ${answer}`,
  closingAhead: ({ agreement, period, on, waits }) =>
    `${period} of ${agreement} closes by itself on ${on}${waits ? `; until then: ${waits}` : ''}.`,
  closingHeld: ({ agreement, period, waits, until }) =>
    `${period} of ${agreement} is held open: ${waits}. On ${until} it closes as it is then.`,
  periodClosed: ({ agreement, period, closed, missed }) =>
    `${period} of ${agreement} has closed by itself: ${closed} results, ${missed} of them missed.`,
  exclusionProposed: ({ commitment, service, from, to, by, reason }) =>
    `${by} proposes for ${service}: ${commitment} that ${from} to ${to} does not count: ${reason} Another person decides.`,
  restatementNeeded: ({ commitment, service, periods, by }) =>
    `${by} approved an exclusion for ${service}: ${commitment} that changes the closed result of ${periods}; a service manager restates it.`,
  alertNotice: ({ commitment, service, what }) => `${service}: ${commitment} – ${what}.`,
  alertAtRisk: ({ commitment, service, what }) => `${service}: ${commitment} is at risk: ${what}.`,
  breach: ({ commitment, service, what }) => `${service}: ${commitment} – ${what}.`,
  finding: ({ finding }) => finding,
  figureStated: ({ commitment, service, period, figure, until }) =>
    `The provider states ${figure} for ${service}: ${commitment} in ${period}${until ? `; one may object until ${until}` : ''}.`,
  figureAnswered: ({ commitment, service, period, figure, done, reason }) =>
    `The provider's ${figure} for ${service}: ${commitment} in ${period} was ${done}${because(reason)}`,
  figureAudited: ({ commitment, service, period, figure, report, reason, done }) =>
    `${report} found ${figure} for ${service}: ${commitment} in ${period}: ${reason} ${done ? `The audit is ${done}.` : 'Another person confirms it.'}`,
  creditClaimable: ({ agreement, period, amount, until }) =>
    `${agreement} owes ${amount} for ${period}; claim it${until ? ` by ${until}` : ''}.`,
  claimDueSoon: ({ agreement, period, amount, until }) =>
    `${amount} of ${agreement} for ${period} can be claimed until ${until} only.`,
  claimExpired: ({ agreement, period, amount, until }) =>
    `${amount} of ${agreement} for ${period} could be claimed until ${until}; nobody did.`,
  creditUnbilled: ({ agreement, period, amount }) =>
    `No bill takes ${amount} that ${agreement} owes for ${period}: nobody was charged for it. Credit it by hand.`,
  claimMoved: ({ agreement, period, amount, done, by, reason }) =>
    `The claim of ${amount} under ${agreement} for ${period} was ${done}${by ? ` by ${by}` : ''}${because(reason)}`,
  reviewDue: ({ provider, on }) => `The review of ${provider} is due on ${on}.`,
  actionOverdue: ({ action, provider, due }) => `Action "${action}" of ${provider} was due on ${due}.`,
  contractEnd: ({ contract, provider, on }) => `Contract ${contract} with ${provider} ends on ${on}.`,
  webhookDead: ({ webhook, event, error }) => `Webhook ${webhook} did not take ${event}; it is given up: ${error}`,
  tokenMade: ({ token, until }) => `Access token "${token}" was made in your name. It works until ${until}.`,
};

/** The sentence of a notice in a mail; the client makes its own from the same facts. */
export function noticeWords<K extends NoticeKind>(kind: K, facts: NoticeFacts<K>): string {
  return WORDS[kind](facts);
}
