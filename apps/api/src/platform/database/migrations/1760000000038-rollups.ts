import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rollups1760000000038 implements MigrationInterface {
  name = 'Rollups1760000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "unrolled" (
        "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        "series_id" integer NOT NULL,
        "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "unrolled_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "unrolled_series_fkey" FOREIGN KEY ("series_id") REFERENCES "series" ("id"),
        CONSTRAINT "unrolled_time_check" CHECK ("from_at" <= "to_at")
      );
      CREATE INDEX "unrolled_series_index" ON "unrolled" ("series_id");

      CREATE TABLE "histogram_bounds" (
        "series_id" integer NOT NULL,
        "digest" uuid NOT NULL,
        "bounds" double precision[] NOT NULL,
        "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "histogram_bounds_pkey" PRIMARY KEY ("series_id", "digest"),
        CONSTRAINT "histogram_bounds_series_fkey" FOREIGN KEY ("series_id") REFERENCES "series" ("id"),
        CONSTRAINT "histogram_bounds_time_check" CHECK ("from_at" < "to_at"),
        CONSTRAINT "histogram_bounds_some_check" CHECK (cardinality("bounds") > 0)
      );

      CREATE TABLE "rolled_zone" (
        "series_id" integer NOT NULL,
        "time_zone" text NOT NULL,
        CONSTRAINT "rolled_zone_pkey" PRIMARY KEY ("series_id", "time_zone"),
        CONSTRAINT "rolled_zone_series_fkey" FOREIGN KEY ("series_id") REFERENCES "series" ("id")
      );

      -- As with measurements, millions are made by one function; series are never deleted.
      CREATE TABLE "hour_run" (
        ${RUN},
        CONSTRAINT "hour_run_pkey" PRIMARY KEY ("series_id", "from_at"),
        CONSTRAINT "hour_run_form_check" CHECK (${FORM}),
        CONSTRAINT "hour_run_measurements_check" CHECK ("measurements" >= 1)
      );

      CREATE TABLE "day_run" (
        ${RUN},
        "time_zone" text NOT NULL,
        CONSTRAINT "day_run_pkey" PRIMARY KEY ("series_id", "time_zone", "from_at"),
        CONSTRAINT "day_run_form_check" CHECK (${FORM}),
        CONSTRAINT "day_run_measurements_check" CHECK ("measurements" >= 1)
      );

      CREATE TABLE "dropped_month" (
        "level" text NOT NULL,
        "month" text NOT NULL,
        "dropped_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "rows" bigint NOT NULL,
        CONSTRAINT "dropped_month_pkey" PRIMARY KEY ("level", "month"),
        CONSTRAINT "dropped_month_level_check" CHECK ("level" IN ('measurements', 'hours')),
        CONSTRAINT "dropped_month_month_check" CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE "dropped_month", "day_run", "hour_run", "rolled_zone", "histogram_bounds", "unrolled"`,
    );
  }
}

/** Columns stand so that none leaves a gap. */
const RUN = `
  "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "good" bigint,
  "total" bigint,
  "series_id" integer NOT NULL,
  "measurements" integer NOT NULL,
  "longest_step_ms" integer,
  "revision" smallint NOT NULL,
  "up" boolean,
  "sketch" bigint array`;

const FORM = `CASE
  WHEN "up" IS NOT NULL
    THEN "from_at" <= "to_at" AND num_nonnulls("good", "total", "sketch") = 0 AND "longest_step_ms" >= 0
  WHEN "sketch" IS NULL
    THEN "from_at" < "to_at" AND "good" BETWEEN 0 AND "total" AND num_nulls("good", "total") = 0
      AND "longest_step_ms" IS NULL
  ELSE "from_at" < "to_at" AND "total" >= 0 AND "total" IS NOT NULL AND num_nonnulls("good", "longest_step_ms") = 0
END`;
