import type { PullAsked, PullKind } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { type Answer, askServer } from '../../platform/outgoing/ask-server.js';
import { insideOf } from '../../platform/outgoing/inside.js';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import { Database } from '../../platform/database/database.js';
import { askCalendar } from './ask-calendar.js';
import { askPrometheus } from './ask-prometheus.js';
import { askStatuspage } from './ask-statuspage.js';
import { askUpptime } from './ask-upptime.js';
import { PullFailure, type Reading, type Span } from './reading.js';

const LIMITS = { timeoutMs: 30_000, largestBytes: 32 * 1_048_576 };

/** Where a pull asks, and what. */
export interface Asked {
  readonly address: string;
  readonly authorization: string | null;
  readonly asked: PullAsked;
}

/** Asks the servers of others for what they measured. It writes nothing. */
@Injectable()
export class PullReader {
  private readonly isInside: (address: string) => boolean;

  constructor(
    @Inject(CONFIG) { webhookNetworks }: Pick<Config, 'webhookNetworks'>,
    private readonly database: Database,
  ) {
    this.isInside = insideOf(webhookNetworks);
  }

  /** @throws {NoAnswer} When there is no answer. @throws {PullFailure} When there is one of no use. */
  async read({ address, authorization, asked }: Asked, span: Span, signal: AbortSignal): Promise<Reading> {
    const headers = {
      accept: ACCEPTED[asked.kind] ?? 'application/json',
      'user-agent': 'Accord',
      ...(authorization !== null && { authorization }),
    };
    const ask = async (path: string): Promise<Answer> => {
      const url = `${address.replace(/\/+$/, '')}${path}`;
      const answer = await askServer({ method: 'GET', url, headers, isInside: this.isInside, signal, ...LIMITS });
      const refusal = REFUSALS.find(({ statuses }) => statuses.includes(answer.status));
      const isRedirected = answer.status >= 300 && answer.status < 400;
      if (isRedirected) throw new PullFailure('The server sends elsewhere, which is not followed: name that address.');
      if (refusal) throw new PullFailure(`${refusal.words} (${answer.status}).`, answer);
      return answer;
    };
    switch (asked.kind) {
      case 'upptime':
        return askUpptime(ask, asked, span);
      case 'statuspage':
        return askStatuspage(ask, asked, span);
      case 'calendarMaintenance':
      case 'calendarHolidays':
        return askCalendar(ask, asked, span, await this.zone());
      default:
        return askPrometheus(ask, asked, span);
    }
  }

  private async zone(): Promise<string> {
    return (await this.database.read.findOneByOrFail(EnterpriseEntity, { only: true })).timeZone;
  }
}

const ACCEPTED: Partial<Record<PullKind, string>> = {
  upptime: 'application/vnd.github+json',
  calendarMaintenance: 'text/calendar',
  calendarHolidays: 'text/calendar',
};

const REFUSALS = [
  { statuses: [401, 403], words: 'The server does not let us in' },
  { statuses: [429], words: 'The server is asked too often' },
];
