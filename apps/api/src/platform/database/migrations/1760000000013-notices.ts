import PgBoss from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { JOB_SCHEMA, LANES } from '../../jobs/boss.js';

export class Notices1760000000013 implements MigrationInterface {
  name = 'Notices1760000000013';

  async up(runner: QueryRunner): Promise<void> {
    // An installation that starts empty has it already.
    await runner.query(`DROP SCHEMA IF EXISTS ${JOB_SCHEMA} CASCADE`);
    await runner.query(withoutTransaction(PgBoss.getConstructionPlans(JOB_SCHEMA)));
    for (const lane of LANES) await runner.query(`SELECT ${JOB_SCHEMA}.create_queue($1, '{}')`, [lane]);
    await runner.query(`
      CREATE TABLE "notice" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "kind" text NOT NULL,
        "subject_type" text NOT NULL,
        "subject_id" text NOT NULL,
        "facts" jsonb NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "inbox" boolean NOT NULL,
        "read_at" TIMESTAMP WITH TIME ZONE,
        "mail" text NOT NULL,
        "mailed_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "notice_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "notice_kind_check" CHECK ("kind" <> ''),
        CONSTRAINT "notice_subject_type_check" CHECK ("subject_type" <> ''),
        CONSTRAINT "notice_facts_check" CHECK (jsonb_typeof("facts") = 'object'),
        CONSTRAINT "notice_read_check" CHECK ("read_at" IS NULL OR "inbox"),
        CONSTRAINT "notice_mail_check" CHECK ("mail" IN ('atOnce', 'daily', 'off', 'refused')),
        CONSTRAINT "notice_mailed_check" CHECK ("mailed_at" IS NULL OR "mail" IN ('atOnce', 'daily')),
        CONSTRAINT "notice_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );
      CREATE INDEX "notice_inbox_index" ON "notice" ("person_id", "id") WHERE "inbox";
      CREATE INDEX "notice_unread_index" ON "notice" ("person_id") WHERE "inbox" AND "read_at" IS NULL;
      CREATE INDEX "notice_unmailed_index" ON "notice" ("mail", "person_id")
        WHERE "mailed_at" IS NULL AND "mail" IN ('atOnce', 'daily');

      CREATE TABLE "notice_setting" (
        "person_id" uuid NOT NULL,
        "kind" text NOT NULL,
        "inbox" boolean NOT NULL,
        "mail" text NOT NULL,
        CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("person_id", "kind"),
        CONSTRAINT "notice_setting_mail_check" CHECK ("mail" IN ('atOnce', 'daily', 'off')),
        CONSTRAINT "notice_setting_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );

      CREATE TABLE "notice_digest" (
        "person_id" uuid NOT NULL,
        "time_zone" text NOT NULL,
        "hour" integer NOT NULL,
        CONSTRAINT "notice_digest_pkey" PRIMARY KEY ("person_id"),
        CONSTRAINT "notice_digest_time_zone_check" CHECK ("time_zone" <> ''),
        CONSTRAINT "notice_digest_hour_check" CHECK ("hour" BETWEEN 0 AND 23),
        CONSTRAINT "notice_digest_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );

      CREATE TABLE "mail_server" (
        "only" boolean NOT NULL DEFAULT true,
        "last_sent_at" TIMESTAMP WITH TIME ZONE,
        "failing_since" TIMESTAMP WITH TIME ZONE,
        "last_error" text,
        CONSTRAINT "mail_server_pkey" PRIMARY KEY ("only"),
        CONSTRAINT "mail_server_only_check" CHECK ("only"),
        CONSTRAINT "mail_server_failing_check" CHECK (("failing_since" IS NULL) = ("last_error" IS NULL))
      );
      INSERT INTO "mail_server" DEFAULT VALUES;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE "mail_server", "notice_digest", "notice_setting", "notice"; DROP SCHEMA ${JOB_SCHEMA} CASCADE;`,
    );
  }
}

/** pg-boss would end the transaction of the migration, and set its time-outs. */
function withoutTransaction(statements: string): string {
  return statements.slice(statements.indexOf('CREATE SCHEMA'), statements.lastIndexOf('COMMIT'));
}
