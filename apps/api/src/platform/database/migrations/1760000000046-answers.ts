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
      ${appendOnly('answer')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "answer"`);
  }
}
