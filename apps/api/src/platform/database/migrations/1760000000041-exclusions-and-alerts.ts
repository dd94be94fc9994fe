import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExclusionsAndAlerts1760000000041 implements MigrationInterface {
  name = 'ExclusionsAndAlerts1760000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVIDENCE);
    await runner.query(CLOSING);
    await runner.query(ALERTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "alert", "period_closing", "exclusion_evidence"`);
  }
}

const EVIDENCE = `
  CREATE TABLE "exclusion_evidence" (
    "exclusion_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "ticket_id" uuid,
    "outage_id" uuid,
    "maintenance_id" uuid,
    "upload_id" uuid,
    "url" text,
    "note" text,
    CONSTRAINT "exclusion_evidence_pkey" PRIMARY KEY ("exclusion_id", "position"),
    CONSTRAINT "exclusion_evidence_exclusion_fkey" FOREIGN KEY ("exclusion_id") REFERENCES "exclusion" ("id"),
    CONSTRAINT "exclusion_evidence_outage_fkey" FOREIGN KEY ("outage_id") REFERENCES "outage" ("id"),
    CONSTRAINT "exclusion_evidence_maintenance_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance" ("id"),
    CONSTRAINT "exclusion_evidence_upload_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload" ("id"),
    CONSTRAINT "exclusion_evidence_position_check" CHECK ("position" >= 1),
    CONSTRAINT "exclusion_evidence_one_check"
      CHECK (num_nonnulls("ticket_id", "outage_id", "maintenance_id", "upload_id", "url", "note") = 1),
    CONSTRAINT "exclusion_evidence_url_check" CHECK ("url" ~ '^https?://'),
    CONSTRAINT "exclusion_evidence_note_check" CHECK (btrim("note") <> '')
  );
  CREATE INDEX "exclusion_evidence_upload_index" ON "exclusion_evidence" ("upload_id") WHERE "upload_id" IS NOT NULL;
`;

const CLOSING = `
  CREATE TABLE "period_closing" (
    "agreement_id" uuid NOT NULL,
    "period" text NOT NULL,
    "told_at" TIMESTAMP WITH TIME ZONE,
    "held_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "period_closing_pkey" PRIMARY KEY ("agreement_id", "period"),
    CONSTRAINT "period_closing_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id"),
    CONSTRAINT "period_closing_period_check" CHECK ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$')
  );
`;

const ALERTS = `
  CREATE TABLE "alert" (
    "id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "period" text NOT NULL,
    "ticket_id" uuid,
    "step" integer,
    "level" text NOT NULL,
    "what" text NOT NULL,
    "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "tell_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "told_at" TIMESTAMP WITH TIME ZONE,
    "told_ids" uuid[] NOT NULL DEFAULT '{}',
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "alert_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "alert_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "alert_level_check" CHECK ("level" IN ('notice', 'atRisk', 'breach')),
    CONSTRAINT "alert_period_check" CHECK ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
    CONSTRAINT "alert_step_check" CHECK (("ticket_id" IS NULL) = ("step" IS NULL) AND "step" BETWEEN 1 AND 100),
    CONSTRAINT "alert_time_check"
      CHECK ("raised_at" <= "tell_at" AND "tell_at" <= coalesce("told_at", 'infinity') AND "told_at" <= "ended_at")
  );
  CREATE UNIQUE INDEX "alert_budget_key" ON "alert" ("commitment_id", "period", "level") WHERE "ticket_id" IS NULL;
  CREATE UNIQUE INDEX "alert_ticket_key" ON "alert" ("commitment_id", "ticket_id", "step") WHERE "ticket_id" IS NOT NULL;
  CREATE INDEX "alert_untold_index" ON "alert" ("tell_at") WHERE "told_at" IS NULL;
`;
