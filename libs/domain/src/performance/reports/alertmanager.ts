import { z } from 'zod';
import { parseWith } from '../../parse-with.js';
import type { ReadReports } from './outage-report.js';
import { readParts } from './read-parts.js';

const instant = z.iso.datetime({ offset: true });
const texts = z.record(z.string(), z.string());

const Message = z.looseObject({ alerts: z.array(z.unknown()).max(1_000) });

const Alert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts.optional(),
  startsAt: instant,
  endsAt: instant.nullish(),
  fingerprint: z.string().min(1).max(100),
});

/**
 * Reads what Alertmanager sends to a webhook (its message version 4): an alert that fires is an outage that lasts, one that is
 * resolved has ended. An alert is known by its fingerprint, and each of its firings by when it began.
 *
 * @throws {DomainError} `UNFIT_MESSAGE` where the whole of it is not as Alertmanager writes it.
 */
export function readAlertmanager(message: unknown): ReadReports {
  const { alerts } = parseWith(Message, message, [], 'UNFIT_MESSAGE');
  const { read, unread } = readParts(Alert, 'alerts', alerts);
  const reports = read.map(({ status, labels, annotations = {}, startsAt, endsAt, fingerprint }) => {
    const from = new Date(startsAt);
    return {
      externalId: `${fingerprint}/${from.toISOString()}`,
      service: labels.accord_service ?? null,
      from,
      to: status === 'firing' || !endsAt ? null : new Date(endsAt),
      cause: (annotations.summary || labels.alertname || 'An alert fired.').slice(0, 500),
      saidAt: null,
    };
  });
  return { reports, ignored: [], unread };
}
