import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sources1760000000039 implements MigrationInterface {
  name = 'Sources1760000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "finding" (
        "id" uuid NOT NULL,
        "kind" text NOT NULL,
        "subject_type" text NOT NULL,
        "subject_id" text NOT NULL,
        "facts" jsonb NOT NULL,
        "trend" jsonb,
        "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "finding_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "finding_kind_check" CHECK ("kind" IN ('silentSource', 'gap', 'overPromise', 'weakestLink', 'drift', 'arrivalDrift', 'deliveryDrift')),
        CONSTRAINT "finding_subject_type_check" CHECK ("subject_type" IN ('source', 'series', 'commitment', 'service')),
        CONSTRAINT "finding_subject_check" CHECK ("subject_id" <> ''),
        CONSTRAINT "finding_facts_check" CHECK (jsonb_typeof("facts") = 'array'),
        CONSTRAINT "finding_trend_check" CHECK (("trend" IS NOT NULL) = ("kind" IN ('drift', 'arrivalDrift', 'deliveryDrift'))),
        CONSTRAINT "finding_time_check" CHECK ("opened_at" <= "last_seen_at" AND "last_seen_at" <= coalesce("ended_at", 'infinity'))
      );
      CREATE UNIQUE INDEX "finding_open_key" ON "finding" ("kind", "subject_type", "subject_id") WHERE "ended_at" IS NULL;
      CREATE INDEX "finding_opened_index" ON "finding" ("opened_at", "id");

      CREATE TABLE "finding_service" (
        "finding_id" uuid NOT NULL,
        "service_id" uuid NOT NULL,
        CONSTRAINT "finding_service_pkey" PRIMARY KEY ("finding_id", "service_id"),
        CONSTRAINT "finding_service_finding_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding" ("id"),
        CONSTRAINT "finding_service_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id")
      );
      CREATE INDEX "finding_service_index" ON "finding_service" ("service_id");

      CREATE TABLE "series_rhythm" (
        "series_id" integer NOT NULL,
        "rhythm_ms" bigint NOT NULL,
        CONSTRAINT "series_rhythm_pkey" PRIMARY KEY ("series_id"),
        CONSTRAINT "series_rhythm_series_fkey" FOREIGN KEY ("series_id") REFERENCES "series" ("id"),
        CONSTRAINT "series_rhythm_check" CHECK ("rhythm_ms" > 0)
      );

      CREATE TABLE "pull" (
        "id" uuid NOT NULL,
        "source_id" uuid NOT NULL,
        "service_id" uuid,
        "calendar_id" uuid,
        "series" text NOT NULL,
        "asked" jsonb NOT NULL,
        "address" text NOT NULL,
        "authorization" text,
        "every_minutes" integer NOT NULL,
        "state" text NOT NULL,
        "read_to" TIMESTAMP WITH TIME ZONE NOT NULL,
        "attempted_at" TIMESTAMP WITH TIME ZONE,
        "succeeded_at" TIMESTAMP WITH TIME ZONE,
        "failures" integer NOT NULL DEFAULT 0,
        "next_at" TIMESTAMP WITH TIME ZONE,
        "planned_at" TIMESTAMP WITH TIME ZONE,
        "person_id" uuid NOT NULL,
        "brought" text[] NOT NULL DEFAULT '{}',
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "pull_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "pull_source_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
        CONSTRAINT "pull_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
        CONSTRAINT "pull_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        CONSTRAINT "pull_calendar_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar" ("id"),
        CONSTRAINT "pull_series_check" CHECK (btrim("series") <> ''),
        CONSTRAINT "pull_address_check" CHECK ("address" ~ '^https?://'),
        CONSTRAINT "pull_asked_check" CHECK ("asked" ->> 'kind' IN ('prometheusCounts', 'prometheusHistogram', 'prometheusUp', 'upptime', 'statuspage', 'calendarMaintenance', 'calendarHolidays')),
        CONSTRAINT "pull_subject_check" CHECK (("asked" ->> 'kind' = 'calendarHolidays') = ("calendar_id" IS NOT NULL) AND ("service_id" IS NULL) = ("calendar_id" IS NOT NULL)),
        CONSTRAINT "pull_authorization_check" CHECK ("authorization" ~ '^(Bearer|Basic) '),
        CONSTRAINT "pull_every_check" CHECK ("every_minutes" BETWEEN 1 AND 1440),
        CONSTRAINT "pull_state_check" CHECK ("state" IN ('active', 'paused', 'ended')),
        CONSTRAINT "pull_next_check" CHECK (("state" = 'active') = ("next_at" IS NOT NULL) AND ("next_at" IS NULL) = ("planned_at" IS NULL)),
        CONSTRAINT "pull_failures_check" CHECK ("failures" >= 0)
      );
      CREATE UNIQUE INDEX "pull_series_key" ON "pull" ("source_id", "service_id", "series") WHERE "state" <> 'ended';
      CREATE UNIQUE INDEX "pull_calendar_key" ON "pull" ("source_id", "calendar_id") WHERE "state" <> 'ended';
      CREATE INDEX "pull_due_index" ON "pull" ("next_at") WHERE "state" = 'active';

      CREATE TABLE "pull_attempt" (
        "id" uuid NOT NULL,
        "pull_id" uuid NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "duration_ms" integer NOT NULL,
        "accepted" integer NOT NULL DEFAULT 0,
        "duplicate" integer NOT NULL DEFAULT 0,
        "refused" integer NOT NULL DEFAULT 0,
        "problem" text,
        CONSTRAINT "pull_attempt_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "pull_attempt_pull_fkey" FOREIGN KEY ("pull_id") REFERENCES "pull" ("id"),
        CONSTRAINT "pull_attempt_counts_check" CHECK ("accepted" >= 0 AND "duplicate" >= 0 AND "refused" >= 0)
      );
      CREATE INDEX "pull_attempt_index" ON "pull_attempt" ("pull_id", "at");

      ALTER TABLE "maintenance"
        ADD COLUMN "pull_id" uuid,
        ADD CONSTRAINT "maintenance_pull_fkey" FOREIGN KEY ("pull_id") REFERENCES "pull" ("id");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "maintenance" DROP COLUMN "pull_id"`);
    await runner.query(`DROP TABLE "pull_attempt", "pull", "series_rhythm", "finding_service", "finding"`);
  }
}
