import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Retirement1760000000020 implements MigrationInterface {
  name = 'Retirement1760000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RETIREMENTS);
    await runner.query(MIGRATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE "migration_row", "migration_run", "retirement_subscriber", "retirement_path", "retirement"',
    );
  }
}

const RETIREMENTS = `
  CREATE TABLE "retirement" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "plan_id" uuid,
    "state" text NOT NULL,
    "reason" text NOT NULL,
    "short_notice_reason" text,
    "closes_on" date,
    "ends_on" date NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "bootstrap" boolean NOT NULL DEFAULT false,
    "taken_back_by_id" uuid,
    "taken_back_at" TIMESTAMP WITH TIME ZONE,
    "taken_back_reason" text,
    "overdue_told_at" TIMESTAMP WITH TIME ZONE,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "retirement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "retirement_state_check" CHECK ("state" IN ('proposed', 'decided', 'withdrawn', 'undone', 'ended')),
    CONSTRAINT "retirement_reason_check" CHECK (btrim("reason") <> '' AND btrim("short_notice_reason") <> ''),
    CONSTRAINT "retirement_days_check" CHECK ("closes_on" <= "ends_on"),
    CONSTRAINT "retirement_decided_check" CHECK (
      num_nulls("decided_by_id", "decided_at") IN (0, 2) AND
      ("state" NOT IN ('decided', 'undone', 'ended') OR num_nulls("decided_at", "closes_on") = 0)),
    CONSTRAINT "retirement_second_person_check" CHECK ("bootstrap" OR "decided_by_id" <> "proposed_by_id"),
    CONSTRAINT "retirement_taken_back_check" CHECK (
      num_nulls("taken_back_by_id", "taken_back_at", "taken_back_reason") = CASE WHEN "state" IN ('withdrawn', 'undone') THEN 0 ELSE 3 END),
    CONSTRAINT "retirement_ended_check" CHECK (("state" = 'ended') = ("ended_at" IS NOT NULL)),
    CONSTRAINT "retirement_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "retirement_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "retirement_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "retirement_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "retirement_taken_back_by_fkey" FOREIGN KEY ("taken_back_by_id") REFERENCES "person" ("id")
  );
  CREATE UNIQUE INDEX "retirement_open_plan_key" ON "retirement" ("plan_id") WHERE "state" IN ('proposed', 'decided');
  CREATE UNIQUE INDEX "retirement_open_service_key" ON "retirement" ("service_id")
    WHERE "plan_id" IS NULL AND "state" IN ('proposed', 'decided');
  CREATE INDEX "retirement_service_index" ON "retirement" ("service_id", "id");

  CREATE TABLE "retirement_path" (
    "retirement_id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "successor_id" uuid,
    "answers" jsonb NOT NULL,
    CONSTRAINT "retirement_path_pkey" PRIMARY KEY ("retirement_id", "plan_id"),
    CONSTRAINT "retirement_path_successor_check" CHECK ("successor_id" <> "plan_id"),
    CONSTRAINT "retirement_path_retirement_fkey" FOREIGN KEY ("retirement_id") REFERENCES "retirement" ("id"),
    CONSTRAINT "retirement_path_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "retirement_path_successor_fkey" FOREIGN KEY ("successor_id") REFERENCES "plan" ("id")
  );
  CREATE INDEX "retirement_path_plan_index" ON "retirement_path" ("plan_id");

  CREATE TABLE "retirement_subscriber" (
    "retirement_id" uuid NOT NULL,
    "subscription_id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    CONSTRAINT "retirement_subscriber_pkey" PRIMARY KEY ("retirement_id", "subscription_id"),
    CONSTRAINT "retirement_subscriber_retirement_fkey" FOREIGN KEY ("retirement_id") REFERENCES "retirement" ("id"),
    CONSTRAINT "retirement_subscriber_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
    CONSTRAINT "retirement_subscriber_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id")
  );
`;

const MIGRATIONS = `
  CREATE TABLE "migration_run" (
    "id" uuid NOT NULL,
    "retirement_id" uuid NOT NULL,
    "started_by_id" uuid NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "finished_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "migration_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "migration_run_retirement_fkey" FOREIGN KEY ("retirement_id") REFERENCES "retirement" ("id"),
    CONSTRAINT "migration_run_started_by_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person" ("id")
  );
  CREATE UNIQUE INDEX "migration_run_open_key" ON "migration_run" ("retirement_id") WHERE "finished_at" IS NULL;
  CREATE INDEX "migration_run_retirement_index" ON "migration_run" ("retirement_id", "id");

  CREATE TABLE "migration_row" (
    "run_id" uuid NOT NULL,
    "subscription_id" uuid NOT NULL,
    "order_id" uuid,
    "refusal" text,
    CONSTRAINT "migration_row_pkey" PRIMARY KEY ("run_id", "subscription_id"),
    CONSTRAINT "migration_row_answer_check" CHECK (num_nonnulls("order_id", "refusal") <= 1),
    CONSTRAINT "migration_row_run_fkey" FOREIGN KEY ("run_id") REFERENCES "migration_run" ("id"),
    CONSTRAINT "migration_row_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
    CONSTRAINT "migration_row_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id")
  );
`;
