import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Claims1760000000042 implements MigrationInterface {
  name = 'Claims1760000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIMS);
    await runner.query(RECORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "charge_case" DROP CONSTRAINT "charge_case_claim_fkey";
      DROP TABLE "provider_incident", "provider_figure", "claim_event", "claim_part", "claim";
    `);
  }
}

const CLAIMS = `
  CREATE TABLE "claim" (
    "id" uuid NOT NULL,
    "agreement_id" uuid NOT NULL,
    "version_id" uuid NOT NULL,
    "period" text NOT NULL,
    "period_ends_on" date NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "version" integer NOT NULL DEFAULT 1,
    "percent" numeric NOT NULL,
    "amount" numeric NOT NULL,
    "currency" text NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "accepted_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    "last_day" date,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "reminded_at" TIMESTAMP WITH TIME ZONE,
    "waiver_asked_by_id" uuid,
    "waiver_asked_at" TIMESTAMP WITH TIME ZONE,
    "waiver_reason" text,
    "waived_by_id" uuid,
    "explanation" jsonb NOT NULL,
    CONSTRAINT "claim_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "claim_number_key" UNIQUE ("agreement_id", "period", "number"),
    CONSTRAINT "claim_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id"),
    CONSTRAINT "claim_version_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version" ("id"),
    CONSTRAINT "claim_waiver_asked_by_fkey" FOREIGN KEY ("waiver_asked_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "claim_waived_by_fkey" FOREIGN KEY ("waived_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "claim_state_check" CHECK ("state" IN (
      'claimable', 'claimed', 'disputed', 'accepted', 'credited', 'rejected', 'expired', 'waived', 'cancelled'
    )),
    CONSTRAINT "claim_number_check" CHECK ("number" >= 1 AND ("number" = 1 OR "amount" <> 0)),
    CONSTRAINT "claim_taken_back_check" CHECK ("amount" >= 0 OR "state" IN ('accepted', 'credited')),
    CONSTRAINT "claim_accepted_check" CHECK (("accepted_at" IS NOT NULL) = ("state" IN ('accepted', 'credited'))),
    CONSTRAINT "claim_due_check" CHECK (("last_day" IS NULL) = ("due_at" IS NULL)),
    CONSTRAINT "claim_waiver_check" CHECK (
      num_nulls("waiver_asked_by_id", "waiver_asked_at", "waiver_reason") IN (0, 3)
      AND ("waiver_asked_by_id" IS NULL OR "state" IN ('claimable', 'claimed', 'disputed', 'waived', 'rejected'))
    ),
    CONSTRAINT "claim_second_person_check" CHECK (
      "state" NOT IN ('waived', 'rejected') OR ("waived_by_id" IS NOT NULL AND "waived_by_id" <> "waiver_asked_by_id")
    )
  );
  CREATE UNIQUE INDEX "claim_open_key" ON "claim" ("agreement_id", "period")
    WHERE "state" IN ('claimable', 'claimed', 'disputed');
  CREATE INDEX "claim_at_index" ON "claim" ("at", "id");
  CREATE INDEX "claim_due_index" ON "claim" ("due_at") WHERE "state" = 'claimable' AND "due_at" IS NOT NULL;
  CREATE INDEX "claim_accepted_index" ON "claim" ("accepted_at") WHERE "state" = 'accepted';

  CREATE TABLE "claim_part" (
    "claim_id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "credit_id" uuid NOT NULL,
    "amount" numeric NOT NULL,
    "unbilled_at" TIMESTAMP WITH TIME ZONE,
    "credited_at" TIMESTAMP WITH TIME ZONE,
    "set_off" boolean NOT NULL DEFAULT false,
    CONSTRAINT "claim_part_pkey" PRIMARY KEY ("claim_id", "commitment_id"),
    CONSTRAINT "claim_part_claim_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id"),
    CONSTRAINT "claim_part_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "claim_part_credit_fkey" FOREIGN KEY ("credit_id") REFERENCES "service_credit" ("id"),
    CONSTRAINT "claim_part_amount_check" CHECK ("amount" <> 0),
    CONSTRAINT "claim_part_credited_check" CHECK ("credited_at" IS NULL OR "unbilled_at" IS NOT NULL),
    CONSTRAINT "claim_part_set_off_check" CHECK (NOT "set_off" OR "credited_at" IS NOT NULL)
  );
  CREATE INDEX "claim_part_credit_index" ON "claim_part" ("credit_id");

  CREATE TABLE "claim_event" (
    "id" uuid NOT NULL,
    "claim_id" uuid NOT NULL,
    "move" text NOT NULL,
    "state" text NOT NULL,
    "amount" numeric NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "by_id" uuid,
    "reason" text,
    CONSTRAINT "claim_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "claim_event_claim_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id"),
    CONSTRAINT "claim_event_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "claim_event_reason_check" CHECK (btrim("reason") <> '')
  );
  CREATE INDEX "claim_event_claim_index" ON "claim_event" ("claim_id", "at");
  ${appendOnly('claim_event')}

  ALTER TABLE "charge_case" ADD CONSTRAINT "charge_case_claim_fkey"
    FOREIGN KEY ("claim_id") REFERENCES "claim" ("id");
`;

const RECORDS = `
  CREATE TABLE "provider_figure" (
    "id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "period" text NOT NULL,
    "number" integer NOT NULL,
    "figure" numeric NOT NULL,
    "note" text,
    "state" text NOT NULL,
    "stated_by_id" uuid NOT NULL,
    "stated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "last_day" date,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "side" text,
    "our_result_id" uuid,
    "answered_by_id" uuid,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    CONSTRAINT "provider_figure_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "provider_figure_number_key" UNIQUE ("commitment_id", "period", "number"),
    CONSTRAINT "provider_figure_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "provider_figure_stated_by_fkey" FOREIGN KEY ("stated_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "provider_figure_answered_by_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "provider_figure_our_result_fkey" FOREIGN KEY ("our_result_id") REFERENCES "period_result" ("id"),
    CONSTRAINT "provider_figure_figure_check" CHECK ("figure" BETWEEN 0 AND 100),
    CONSTRAINT "provider_figure_state_check" CHECK ("state" IN ('stated', 'objected', 'agreed', 'silent', 'superseded')),
    CONSTRAINT "provider_figure_side_check" CHECK ("side" IN ('ours', 'provider')),
    CONSTRAINT "provider_figure_settled_check" CHECK (
      "state" NOT IN ('agreed', 'silent') OR num_nulls("side", "our_result_id", "answered_at") = 0
    ),
    CONSTRAINT "provider_figure_agreed_check" CHECK ("state" <> 'agreed' OR "answered_by_id" IS NOT NULL),
    CONSTRAINT "provider_figure_objected_check" CHECK ("state" <> 'objected' OR num_nulls("answered_by_id", "reason") = 0),
    CONSTRAINT "provider_figure_due_check" CHECK (("last_day" IS NULL) = ("due_at" IS NULL))
  );
  CREATE UNIQUE INDEX "provider_figure_open_key" ON "provider_figure" ("commitment_id", "period")
    WHERE "state" IN ('stated', 'objected');
  CREATE UNIQUE INDEX "provider_figure_settled_key" ON "provider_figure" ("commitment_id", "period")
    WHERE "state" IN ('agreed', 'silent');
  CREATE INDEX "provider_figure_due_index" ON "provider_figure" ("due_at") WHERE "state" = 'stated' AND "due_at" IS NOT NULL;

  CREATE TABLE "provider_incident" (
    "figure_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "label" text NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "counted_ms" bigint NOT NULL,
    CONSTRAINT "provider_incident_pkey" PRIMARY KEY ("figure_id", "position"),
    CONSTRAINT "provider_incident_figure_fkey" FOREIGN KEY ("figure_id") REFERENCES "provider_figure" ("id"),
    CONSTRAINT "provider_incident_time_check" CHECK ("from_at" < "to_at" AND "counted_ms" >= 0),
    CONSTRAINT "provider_incident_label_check" CHECK (btrim("label") <> '')
  );
  ${appendOnly('provider_incident')}
`;
