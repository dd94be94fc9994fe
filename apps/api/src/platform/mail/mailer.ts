import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { TryAgain } from '../jobs/try-again.js';
import { MailServerEntity } from './mail-server.entity.js';

/** Longer than any server that works. */
const TIMEOUT_MS = 20_000;

export interface Mail {
  /** The same mail has the same id however often it is tried, so that mailboxes show it once. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Thrown when the server will never take a mail, such as for an address that is none. */
export class MailRefused extends Error {}

/** Hands mail to the server that `SMTP_URL` names. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail' | 'publicUrl'>,
    private readonly database: Database,
  ) {
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
    this.transport = config.mail && createTransport({ url: config.mail.url, ...timeouts });
  }

  /** Without a server no mail is tried. */
  get isConfigured(): boolean {
    return this.transport !== null;
  }

  /**
   * @throws {TryAgain} When the server cannot be reached, or cannot take it now.
   * @throws {MailRefused} When it never will.
   */
  async send({ id, ...mail }: Mail, at: Date): Promise<void> {
    if (!this.transport) throw new MailRefused('No mail server is configured.');
    const messageId = `<${id}@${new URL(this.config.publicUrl).hostname}>`;
    const headers = { 'Auto-Submitted': 'auto-generated' };
    try {
      await this.transport.sendMail({ ...mail, from: this.config.mail!.from, messageId, headers, date: at });
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      if (code === 'EENVELOPE' && responseCode && responseCode >= 500)
        throw new MailRefused(`It answered ${responseCode}.`);
      const why = responseCode ? `It answered ${responseCode}.` : `It cannot be reached (${code ?? 'no answer'}).`;
      await this.noteFailure(why, at);
      throw new TryAgain(why);
    }
    await this.database.read.update(
      MailServerEntity,
      { only: true },
      { lastSentAt: at, failingSince: null, lastError: null },
    );
  }

  /** How the server did lately. */
  async status() {
    const server = await this.database.read.findOneByOrFail(MailServerEntity, { only: true });
    return { ...server, configured: this.isConfigured };
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private async noteFailure(lastError: string, at: Date): Promise<void> {
    await this.database.read.query(
      'UPDATE mail_server SET last_error = $1, failing_since = coalesce(failing_since, $2)',
      [lastError, at],
    );
  }
}
