import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what services are found: the words of each, and every word that any of them uses. */
export class ServiceSearch1760000000035 implements MigrationInterface {
  name = 'ServiceSearch1760000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(QUERIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION services_matching(text[], boolean), services_query_near(text[]), services_query(text[]),
        is_mistyped(text, text), search_lexeme(text);
      DROP INDEX "service_search_index";
      DROP TRIGGER "service_searchable" ON "service";
      DROP FUNCTION service_searchable(), words_of_offer(uuid), compounds(text[]);
      DROP TABLE "service_word";
    `);
  }
}

/** Names weigh most, then synonyms, outcomes, and all that the description, the plans and the order form say. */
const WORDS = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

  -- Every word that services use, or once used: where a mistyped one finds its neighbours.
  CREATE TABLE "service_word" (
    "word" text NOT NULL,
    CONSTRAINT "service_word_pkey" PRIMARY KEY ("word")
  );
  CREATE INDEX "service_word_index" ON "service_word" USING gin ("word" gin_trgm_ops) WITH (fastupdate = off);

  -- Each two words that stand side by side, written as one: "note book" is sought as "notebook" too.
  CREATE FUNCTION compounds(phrases text[]) RETURNS text LANGUAGE sql IMMUTABLE
    AS $$
      SELECT coalesce(string_agg(word || next, ' '), '') FROM (
        SELECT word, lead(word) OVER (PARTITION BY phrase ORDER BY place) AS next
          FROM unnest(phrases) WITH ORDINALITY phrases(words, phrase),
               regexp_split_to_table(words, '[^[:alnum:]]+') WITH ORDINALITY split(word, place) WHERE word <> '') neighbours
    $$;

  -- What a published version asks and offers, in the words that customers read.
  CREATE FUNCTION words_of_offer(version_id uuid) RETURNS text LANGUAGE sql STABLE
    AS $$
      SELECT coalesce(string_agg(DISTINCT said #>> '{}', ' '), '')
        FROM service_version v, unnest(ARRAY[
               'strict $.plans[*].name', 'strict $.plans[*].description',
               'strict $.form.schema.**.title', 'strict $.form.schema.**.description', 'strict $.form.schema.**.enum[*]'
             ]::jsonpath[]) path, jsonb_path_query(v.definition::jsonb, path, silent => true) said
       WHERE v.id = version_id AND jsonb_typeof(said) = 'string'
    $$;

  CREATE FUNCTION service_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      name text := unaccent(concat_ws(' ', NEW.name, compounds(ARRAY[NEW.name])));
      synonyms text := unaccent(concat_ws(' ', array_to_string(NEW.synonyms, ' '), compounds(NEW.synonyms)));
      outcome text := unaccent(NEW.outcome);
      description text := unaccent(concat_ws(' ', NEW.description, words_of_offer(NEW.live_version_id)));
      words tsvector := to_tsvector('simple', concat_ws(' ', name, synonyms, outcome, description));
    BEGIN
      NEW.search :=
        setweight(to_tsvector('simple', name) || to_tsvector('english', name), 'A') ||
        setweight(to_tsvector('simple', synonyms) || to_tsvector('english', synonyms), 'B') ||
        setweight(to_tsvector('simple', outcome) || to_tsvector('english', outcome), 'C') ||
        setweight(to_tsvector('simple', description) || to_tsvector('english', description), 'D');
      -- In order, so that two services that bring the same new words never wait for each other.
      INSERT INTO service_word SELECT lexeme FROM unnest(words) ORDER BY lexeme ON CONFLICT DO NOTHING;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "service_searchable"
    BEFORE INSERT OR UPDATE OF "name", "synonyms", "outcome", "description", "live_version_id" ON "service"
    FOR EACH ROW EXECUTE FUNCTION service_searchable();
  CREATE INDEX "service_search_index" ON "service" USING gin ("search") WITH (fastupdate = off);
`;

/** A word that is sought comes with the ways to write it: alone, and as one with its neighbours. Any of them will do. */
const QUERIES = `
  -- As a quoted lexeme: without its accent, a letter can be a sign.
  CREATE FUNCTION search_lexeme(word text) RETURNS text LANGUAGE sql IMMUTABLE
    AS $$ SELECT concat('''', translate(word, '''\\', ''), '''') $$;

  -- A word as it is being typed, or another form of it.
  CREATE FUNCTION services_query(words text[]) RETURNS tsquery LANGUAGE sql STABLE
    AS $$
      SELECT to_tsquery('simple', string_agg(lexeme || ':*', ' | ')) || to_tsquery('english', string_agg(lexeme, ' | '))
        FROM unnest(words) word, search_lexeme(unaccent(word)) lexeme
    $$;

  -- One letter wrong, two in long words. Short words that differ are different words: CAD is no part of a calendar.
  CREATE FUNCTION is_mistyped(typed text, word text) RETURNS boolean LANGUAGE sql IMMUTABLE
    AS $$
      SELECT CASE WHEN length(typed) NOT BETWEEN 4 AND 60 OR abs(length(word) - length(typed)) > 2 THEN false
        ELSE levenshtein_less_equal(typed, word, 2) <= CASE WHEN length(typed) < 7 THEN 1 ELSE 2 END END
    $$;

  -- Words that the words may stand for: near them by their letters, or them with two neighbouring letters swapped back,
  -- the commonest of typos and one that trigrams are blind to.
  CREATE FUNCTION services_query_near(words text[]) RETURNS tsquery LANGUAGE sql STABLE
    SET pg_trgm.word_similarity_threshold = 0.4 SET enable_seqscan = off
    AS $$
      WITH typed AS (SELECT lower(unaccent(word)) AS w FROM unnest(words) word),
           near AS (
             SELECT search_lexeme(word) AS lexeme FROM typed, service_word WHERE word %> w AND is_mistyped(w, word)
              ORDER BY word_similarity(w, word) DESC, word LIMIT 20),
           swapped AS (
             SELECT search_lexeme(overlay(w PLACING reverse(substr(w, i, 2)) FROM i FOR 2))
                    || CASE WHEN length(w) > 3 THEN ':*' ELSE '' END AS lexeme
               FROM typed, generate_series(1, length(w) - 1) i WHERE length(w) > 2)
      SELECT to_tsquery('simple', string_agg(lexeme, ' | ')) FROM (TABLE near UNION ALL TABLE swapped) words
    $$;

  -- Services that have a word, through the indexes. Only a word that nothing has is taken for a typo; what customers
  -- cannot see does not count as having it, unless the viewer sees everything. No sequential scans: how rare a prefix
  -- or a typo is, statistics cannot tell, and reading every text is always the dearest way.
  CREATE FUNCTION services_matching(words text[], sees_all boolean) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 100
    SET enable_seqscan = off
    AS $$
      WITH exact AS MATERIALIZED (SELECT id, lifecycle, seen_by FROM service WHERE search @@ services_query(words)),
           near AS MATERIALIZED (
             SELECT services_query_near(words) AS query
              WHERE NOT EXISTS (SELECT FROM exact WHERE sees_all OR lifecycle IN ('live', 'retiring') AND seen_by IS NULL))
      SELECT id FROM exact
      UNION SELECT s.id FROM near, service s WHERE s.search @@ near.query
    $$;
`;
