import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Answers1760000000046 implements MigrationInterface {
  name = 'Answers1760000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "answer" (
        "series_id" integer NOT NULL,
        "answer" uuid NOT NULL,
        "revision" smallint NOT NULL,
        "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "score" smallint NOT NULL,
        "lowest" smallint NOT NULL,
        "highest" smallint NOT NULL,
        "batch_id" integer NOT NULL,
        "line" integer,
        CONSTRAINT "answer_pkey" PRIMARY KEY ("series_id", "answer", "revision"),
        CONSTRAINT "answer_series_fkey" FOREIGN KEY ("series_id", "lowest", "highest")
          REFERENCES "series" ("id", "lowest", "highest"),
        CONSTRAINT "answer_batch_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id"),
        CONSTRAINT "answer_score_check" CHECK ("score" BETWEEN "lowest" AND "highest"),
        CONSTRAINT "answer_revision_check" CHECK ("revision" BETWEEN 0 AND 4095)
      );
      CREATE INDEX "answer_observed_index" ON "answer" ("series_id", "observed_at");
      -- Rows are added and never changed, but for those that retention keeps as groups.
      CREATE TRIGGER "answer_append_only" BEFORE UPDATE OR DELETE ON "answer" FOR EACH STATEMENT
        WHEN (current_setting('accord.dropping', true) IS DISTINCT FROM 'answers') EXECUTE FUNCTION refuse_change();

      CREATE TABLE "answer_group" (
        "series_id" integer NOT NULL,
        "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "last_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "scores" integer[] NOT NULL,
        "dropped_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "answer_group_pkey" PRIMARY KEY ("series_id", "from_at"),
        CONSTRAINT "answer_group_series_fkey" FOREIGN KEY ("series_id") REFERENCES "series" ("id"),
        CONSTRAINT "answer_group_time_check" CHECK ("from_at" <= "last_at" AND "last_at" < "dropped_at")
      );
      ${appendOnly('answer_group')}

      CREATE TABLE "answer_secret" (
        "id" smallint NOT NULL,
        "secret" bytea NOT NULL,
        CONSTRAINT "answer_secret_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "answer_secret_one_check" CHECK ("id" = 1),
        CONSTRAINT "answer_secret_length_check" CHECK (octet_length("secret") = 32)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "answer_secret", "answer_group", "answer"`);
  }
}
