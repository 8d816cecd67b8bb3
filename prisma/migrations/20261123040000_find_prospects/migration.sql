-- DropIndex
DROP INDEX "SavedView_workspaceId_ownerId_idx";

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_workspaceId_ownerId_name_key" ON "SavedView"("workspaceId", "ownerId", "name");

-- DropIndex
DROP INDEX "Prospect_workspaceId_deletedAt_createdAt_id_idx";

-- DropIndex
DROP INDEX "Prospect_workspaceId_deletedAt_kind_idx";

-- DropIndex
DROP INDEX "Prospect_workspaceId_deletedAt_lastTouchAt_id_idx";

-- DropIndex
DROP INDEX "Prospect_workspaceId_deletedAt_name_id_idx";

-- AlterTable
ALTER TABLE "Prospect" ADD COLUMN     "campaignIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "contactedAt" TIMESTAMPTZ(3),
ADD COLUMN     "facets" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "linkedCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mentionCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nameKey" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nextTouchOn" DATE,
ADD COLUMN     "pitchStanding" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "readingNoteCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "siteIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT 'to-read',
ADD COLUMN     "unlinkedCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "nameKey" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ProspectSearch" (
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "entered" SERIAL NOT NULL,
    "names" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "ProspectSearch_pkey" PRIMARY KEY ("prospectId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProspectSearch_workspaceId_prospectId_key" ON "ProspectSearch"("workspaceId", "prospectId");

-- CreateIndex
CREATE INDEX "ProspectSearch_names_idx" ON "ProspectSearch" USING GIN ("names" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ProspectSearch_words_idx" ON "ProspectSearch" USING GIN ("words");

-- CreateIndex
CREATE INDEX "Prospect_facets_idx" ON "Prospect" USING GIN ("facets");

-- AddForeignKey
ALTER TABLE "ProspectSearch" ADD CONSTRAINT "ProspectSearch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProspectSearch" ADD CONSTRAINT "ProspectSearch_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Prisma does not know these; see prisma/beyond-prisma.ts.
ALTER TABLE "Prospect" ALTER COLUMN "nameKey" TYPE TEXT COLLATE "C";
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_stage_known" CHECK ("stage" IN ('to-read', 'read', 'pitched', 'talking', 'covered', 'resting', 'not-for-us'));
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_pitchStanding_known" CHECK ("pitchStanding" IN ('none', 'closed', 'open', 'answered'));
-- A long list of waiting entries is read through by every search: keep it short.
ALTER INDEX "ProspectSearch_words_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "ProspectSearch_names_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "Prospect_facets_idx" SET (gin_pending_list_limit = 512);

-- Texts

-- One spelling for texts that look alike: case and accents aside. lib/domain/text/fold-text.ts does the same in more detail.
CREATE FUNCTION rapport_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(given) = length(given) THEN lower(given)
    ELSE replace(replace(replace(translate(
      lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200f]+', '', 'g')),
      'øłđðı', 'olddi'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss') END
$$;

-- The words of a text, folded. What is longer than 60 characters is cut: nobody types it.
CREATE FUNCTION rapport_words(given text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(left(word, 60)), '{}')
    FROM regexp_split_to_table(rapport_fold(left(given, 200000)),
           '[\s!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\uff01-\uff0f]+') word
   WHERE word <> ''
$$;

-- Folded, and numbers by their size: "Post 9" comes before "Post 10".
CREATE FUNCTION rapport_name_key(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT left(CASE WHEN folded ~ '[0-9]'
    THEN regexp_replace(regexp_replace(folded, '([0-9]+)', '0000000\1', 'g'), '0*([0-9]{8,})', '\1', 'g')
    ELSE folded END, 200) FROM (SELECT btrim(rapport_fold(given)) AS folded) f
$$;

-- A thing to filter by, as a number. It holds the workspace, so that one index serves all of them apart.
CREATE FUNCTION rapport_facet(workspace text, kind text, what text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('x' || left(md5(workspace || '|' || kind || '|' || what), 8))::bit(32)::int
$$;

-- What follows from the prospect's own row

CREATE FUNCTION rapport_derive_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept boolean := coalesce(current_setting('rapport.keeping', true), '') = 'on';
  w text := NEW."workspaceId";
  f int[];
  each text;
BEGIN
  -- Only the triggers that count may write the counts: a row written back from a copy must not bring old ones.
  IF NOT kept AND TG_OP = 'INSERT' THEN
    NEW."readingNoteCount" := 0; NEW."mentionCount" := 0; NEW."linkedCount" := 0; NEW."unlinkedCount" := 0;
    NEW."pitchStanding" := 'none'; NEW."contactedAt" := NULL; NEW."nextTouchOn" := NULL;
    NEW."siteIds" := '{}'; NEW."campaignIds" := '{}';
  ELSIF NOT kept THEN
    NEW."readingNoteCount" := OLD."readingNoteCount"; NEW."mentionCount" := OLD."mentionCount";
    NEW."linkedCount" := OLD."linkedCount"; NEW."unlinkedCount" := OLD."unlinkedCount";
    NEW."pitchStanding" := OLD."pitchStanding"; NEW."contactedAt" := OLD."contactedAt";
    NEW."nextTouchOn" := OLD."nextTouchOn"; NEW."siteIds" := OLD."siteIds"; NEW."campaignIds" := OLD."campaignIds";
  END IF;
  -- lib/domain/prospect-stage.ts; a test compares the two.
  NEW."stage" := CASE
    WHEN NEW."notForUsAt" IS NOT NULL THEN 'not-for-us'
    WHEN NEW."mentionCount" > 0 THEN 'covered'
    WHEN NEW."pitchStanding" = 'answered' THEN 'talking'
    WHEN NEW."pitchStanding" = 'open' THEN 'pitched'
    WHEN NEW."pitchStanding" = 'closed' THEN 'resting'
    WHEN NEW."readingNoteCount" > 0 THEN 'read'
    ELSE 'to-read' END;
  IF TG_OP = 'INSERT' OR NEW."name" IS DISTINCT FROM OLD."name" OR OLD."nameKey" = '' THEN
    NEW."nameKey" := rapport_name_key(NEW."name");
  ELSE
    NEW."nameKey" := OLD."nameKey";
  END IF;
  f := '{}';
  IF NEW."deletedAt" IS NULL THEN
    f := ARRAY[rapport_facet(w, 'kind', NEW."kind"), rapport_facet(w, 'stage', NEW."stage"),
      rapport_facet(w, 'owner', coalesce(NEW."ownerId", ''))];
    IF NEW."country" IS NOT NULL THEN f := f || rapport_facet(w, 'country', NEW."country"); END IF;
    IF NEW."language" IS NOT NULL THEN f := f || rapport_facet(w, 'language', split_part(lower(NEW."language"), '-', 1)); END IF;
    IF NEW."importBatchId" IS NOT NULL THEN f := f || rapport_facet(w, 'batch', NEW."importBatchId"); END IF;
    IF NEW."linkedCount" > 0 THEN f := f || rapport_facet(w, 'has', 'link'); END IF;
    IF NEW."unlinkedCount" > 0 THEN f := f || rapport_facet(w, 'has', 'unlinked'); END IF;
    IF NEW."contactedAt" IS NULL THEN f := f || rapport_facet(w, 'never', 'contacted'); END IF;
    IF NEW."lastTouchAt" IS NULL THEN f := f || rapport_facet(w, 'never', 'touched'); END IF;
    IF NEW."nextTouchOn" IS NULL THEN f := f || rapport_facet(w, 'none', 'next'); END IF;
    FOREACH each IN ARRAY coalesce(NEW."tags", '{}') LOOP f := f || rapport_facet(w, 'tag', lower(each)); END LOOP;
    FOREACH each IN ARRAY coalesce(NEW."siteIds", '{}') LOOP f := f || rapport_facet(w, 'site', each); END LOOP;
    FOREACH each IN ARRAY coalesce(NEW."campaignIds", '{}') LOOP f := f || rapport_facet(w, 'campaign', each); END LOOP;
    IF jsonb_typeof(NEW."custom") = 'object' AND NEW."custom" <> '{}' THEN
      f := f || ARRAY(SELECT rapport_facet(w, 'custom', key || '=' || lower(left(value, 200)))
                        FROM jsonb_each_text(NEW."custom") WHERE value IS NOT NULL);
    END IF;
  END IF;
  -- At most 500: an index entry has an end.
  NEW."facets" := f[1:500];
  RETURN NEW;
END $$;

-- What follows from rows that hang on the prospect

-- Counts anew for these prospects. Rows are locked in the order of their ids, so that two who count cannot wait for each
-- other; each statement here sees what was committed before it began.
CREATE FUNCTION rapport_count_prospects(ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  ids := ARRAY(SELECT DISTINCT id FROM unnest(ids) id WHERE id IS NOT NULL);
  IF cardinality(ids) = 0 OR coalesce(current_setting('rapport.uncounted', true), '') = 'on' THEN RETURN; END IF;
  PERFORM 1 FROM "Prospect" WHERE "id" = ANY (ids) ORDER BY "id" FOR NO KEY UPDATE;
  PERFORM set_config('rapport.keeping', 'on', true);
  UPDATE "Prospect" p SET
      "readingNoteCount" = n."readings", "mentionCount" = n."mentions", "linkedCount" = n."linked",
      "unlinkedCount" = n."unlinked", "pitchStanding" = n."standing", "contactedAt" = n."contacted",
      "nextTouchOn" = n."next", "siteIds" = n."sites", "campaignIds" = n."campaigns"
    FROM (
      SELECT q."id", r."readings", m."mentions", m."linked", m."unlinked", t."standing", t."contacted", t."next",
             ARRAY(SELECT DISTINCT s FROM unnest(t."sites" || m."sites") s WHERE s IS NOT NULL ORDER BY s) AS "sites",
             ARRAY(SELECT DISTINCT c FROM unnest(t."campaigns" || m."campaigns") c WHERE c IS NOT NULL ORDER BY c) AS "campaigns"
        FROM "Prospect" q
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS "readings" FROM "ReadingNote" x
           WHERE x."workspaceId" = q."workspaceId" AND x."prospectId" = q."id" AND x."deletedAt" IS NULL) r
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS "mentions",
                 (count(*) FILTER (WHERE x."outcome" LIKE 'linked%'))::int AS "linked",
                 (count(*) FILTER (WHERE x."outcome" = 'mentioned-unlinked'))::int AS "unlinked",
                 array_agg(x."siteId") AS "sites", array_agg(x."campaignId") AS "campaigns"
            FROM "Mention" x
           WHERE x."workspaceId" = q."workspaceId" AND x."prospectId" = q."id" AND x."deletedAt" IS NULL) m
        CROSS JOIN LATERAL (
          -- A pitch in the trash was still sent: they have been written to.
          SELECT CASE WHEN bool_or(x."state" = 'answered') FILTER (WHERE x."isSent") THEN 'answered'
                      WHEN bool_or(x."state" <> 'closed') FILTER (WHERE x."isSent") THEN 'open'
                      WHEN count(*) FILTER (WHERE x."isSent") > 0 THEN 'closed' ELSE 'none' END AS "standing",
                 max(x."sentAt") AS "contacted", min(x."next") AS "next",
                 array_agg(c."siteId") FILTER (WHERE x."isLive") AS "sites",
                 array_agg(x."campaignId") FILTER (WHERE x."isLive") AS "campaigns"
            FROM (SELECT y."state", y."sentAt", y."campaignId", y."deletedAt" IS NULL AS "isLive",
                         y."deletedAt" IS NULL AND y."sentAt" IS NOT NULL AS "isSent",
                         CASE WHEN y."deletedAt" IS NULL THEN (SELECT min(d."dueOn") FROM (SELECT f."dueOn" FROM "FollowUp" f
                           WHERE f."workspaceId" = y."workspaceId" AND f."pitchId" = y."id" AND f."state" = 'due' OFFSET 0) d) END AS "next"
                    FROM "Pitch" y WHERE y."workspaceId" = q."workspaceId" AND y."prospectId" = q."id") x
            LEFT JOIN "Campaign" c ON c."id" = x."campaignId") t
       WHERE q."id" = ANY (ids)) n
   WHERE p."id" = n."id" AND (p."readingNoteCount", p."mentionCount", p."linkedCount", p."unlinkedCount", p."pitchStanding",
           p."contactedAt", p."nextTouchOn", p."siteIds", p."campaignIds")
         IS DISTINCT FROM (n."readings", n."mentions", n."linked", n."unlinked", n."standing", n."contacted", n."next",
           n."sites", n."campaigns");
  PERFORM set_config('rapport.keeping', '', true);
END $$;

-- What a prospect is found by

CREATE FUNCTION rapport_stretches(workspace text, entered bigint) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['=' || w, '=' || w || ':8:' || (entered >> 8), '=' || w || ':11:' || (entered >> 11),
               '=' || w || ':14:' || (entered >> 14), '=' || w || ':17:' || (entered >> 17)]
    FROM (SELECT left(md5(workspace), 12) AS w) k
$$;

-- Reads all texts of these prospects again. The rows are locked first, so that a text added meanwhile is waited for and seen.
CREATE FUNCTION rapport_read_prospects(ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  ids := ARRAY(SELECT DISTINCT id FROM unnest(ids) id WHERE id IS NOT NULL);
  IF cardinality(ids) = 0 OR coalesce(current_setting('rapport.uncounted', true), '') = 'on' THEN RETURN; END IF;
  PERFORM 1 FROM "ProspectSearch" WHERE "prospectId" = ANY (ids) ORDER BY "prospectId" FOR UPDATE;
  UPDATE "ProspectSearch" s SET "names" = t."names",
         "words" = array_to_tsvector(t."words" || rapport_stretches(s."workspaceId", s."entered"))
    FROM (
      SELECT p."id", CASE WHEN p."deletedAt" IS NULL
               THEN rapport_fold(concat_ws(E'\n', p."name", p."outletKey", people."names")) ELSE '' END AS "names",
             CASE WHEN p."deletedAt" IS NULL
               THEN rapport_words(concat_ws(' ', p."name", p."outletKey", p."homepage", array_to_string(p."tags", ' '), p."note",
                      p."whyCare", p."guidelinesNote", people."names", people."texts", read."texts", sent."texts")) ELSE '{}' END AS "words"
        FROM "Prospect" p
        LEFT JOIN LATERAL (
          SELECT string_agg(concat_ws(E'\n', c."name", h."addresses"), E'\n') AS "names",
                 string_agg(concat_ws(' ', c."role", c."note", array_to_string(c."tags", ' '), a."role"), ' ') AS "texts"
            FROM "Affiliation" a JOIN "Contact" c ON c."id" = a."contactId" AND c."deletedAt" IS NULL
            LEFT JOIN LATERAL (
              SELECT string_agg(ch."address", E'\n') AS "addresses" FROM "Channel" ch
               WHERE ch."workspaceId" = c."workspaceId" AND ch."contactId" = c."id" AND ch."deletedAt" IS NULL) h ON true
           WHERE a."workspaceId" = p."workspaceId" AND a."prospectId" = p."id") people ON true
        LEFT JOIN LATERAL (
          SELECT string_agg(concat_ws(' ', x."quote", x."struck", x."gap"), ' ' ORDER BY x."createdAt" DESC) AS "texts"
            FROM "ReadingNote" x
           WHERE x."workspaceId" = p."workspaceId" AND x."prospectId" = p."id" AND x."deletedAt" IS NULL) read ON true
        LEFT JOIN LATERAL (
          SELECT string_agg(concat_ws(' ', x."subject", x."body", e."texts"), ' ' ORDER BY x."createdAt" DESC) AS "texts"
            FROM "Pitch" x LEFT JOIN LATERAL (
              SELECT string_agg(concat_ws(' ', y."subject", y."body"), ' ') AS "texts" FROM "Message" y
               WHERE y."workspaceId" = x."workspaceId" AND y."pitchId" = x."id") e ON true
           WHERE x."workspaceId" = p."workspaceId" AND x."prospectId" = p."id" AND x."deletedAt" IS NULL) sent ON true
       WHERE p."id" = ANY (ids)) t
   WHERE s."prospectId" = t."id"
     AND (s."names", s."words") IS DISTINCT FROM
         (t."names", array_to_tsvector(t."words" || rapport_stretches(s."workspaceId", s."entered")));
END $$;

-- Adds texts that came to what is there: nothing has to be read again. Both arrays are as long as ids.
CREATE FUNCTION rapport_add_words(ids text[], names text[], texts text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(cardinality(ids), 0) = 0 OR coalesce(current_setting('rapport.uncounted', true), '') = 'on' THEN RETURN; END IF;
  PERFORM 1 FROM "ProspectSearch" WHERE "prospectId" = ANY (ids) ORDER BY "prospectId" FOR UPDATE;
  UPDATE "ProspectSearch" s SET
         "names" = CASE WHEN n."names" = '' THEN s."names" ELSE s."names" || E'\n' || rapport_fold(n."names") END,
         "words" = s."words" || array_to_tsvector(rapport_words(n."names" || ' ' || n."texts"))
    FROM (SELECT k."id", string_agg(coalesce(k."name", ''), E'\n') AS "names", string_agg(coalesce(k."text", ''), ' ') AS "texts"
            FROM unnest(ids, names, texts) k ("id", "name", "text") GROUP BY k."id") n, "Prospect" p
   WHERE s."prospectId" = n."id" AND p."id" = n."id" AND p."deletedAt" IS NULL;
END $$;

-- Who tells of a change

CREATE FUNCTION rapport_on_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Nothing hangs on it yet.
    INSERT INTO "ProspectSearch" ("workspaceId", "prospectId", "entered", "names", "words")
    SELECT e."workspaceId", e."id", e."entered",
           CASE WHEN e."deletedAt" IS NULL THEN rapport_fold(concat_ws(E'\n', e."name", e."outletKey")) ELSE '' END,
           array_to_tsvector(rapport_stretches(e."workspaceId", e."entered") || CASE WHEN e."deletedAt" IS NULL
             THEN rapport_words(concat_ws(' ', e."name", e."outletKey", e."homepage", array_to_string(e."tags", ' '), e."note",
               e."whyCare", e."guidelinesNote")) ELSE '{}' END)
      FROM (SELECT o.*, nextval('"ProspectSearch_entered_seq"') AS "entered"
              FROM (SELECT * FROM new_rows ORDER BY "createdAt", "id") o) e;
  ELSE
    PERFORM rapport_read_prospects(ARRAY(
      SELECT n."id" FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."name", n."outletKey", n."homepage", n."tags", n."note", n."whyCare", n."guidelinesNote", n."deletedAt" IS NULL)
             IS DISTINCT FROM
             (o."name", o."outletKey", o."homepage", o."tags", o."note", o."whyCare", o."guidelinesNote", o."deletedAt" IS NULL)));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rapport_read_prospects(ARRAY(
    SELECT a."prospectId" FROM new_rows n JOIN old_rows o ON o."id" = n."id"
      JOIN "Affiliation" a ON a."workspaceId" = n."workspaceId" AND a."contactId" = n."id"
     WHERE (n."name", n."role", n."note", n."tags", n."deletedAt" IS NULL)
           IS DISTINCT FROM (o."name", o."role", o."note", o."tags", o."deletedAt" IS NULL)));
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_affiliation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n."prospectId"), array_agg(concat_ws(E'\n', c."name", h."addresses")),
           array_agg(concat_ws(' ', c."role", c."note", array_to_string(c."tags", ' '), n."role"))
      INTO ids, names, texts
      FROM new_rows n JOIN "Contact" c ON c."id" = n."contactId" AND c."deletedAt" IS NULL
      LEFT JOIN LATERAL (
        SELECT string_agg(ch."address", E'\n') AS "addresses" FROM "Channel" ch
         WHERE ch."workspaceId" = c."workspaceId" AND ch."contactId" = c."id" AND ch."deletedAt" IS NULL) h ON true;
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_read_prospects(ARRAY(
      SELECT unnest(ARRAY[n."prospectId", o."prospectId"]) FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."prospectId", n."contactId", n."role") IS DISTINCT FROM (o."prospectId", o."contactId", o."role")));
  ELSE
    PERFORM rapport_read_prospects(ARRAY(SELECT "prospectId" FROM old_rows));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_channel() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(a."prospectId"), array_agg(n."address"), array_agg(''::text) INTO ids, names, texts
      FROM new_rows n JOIN "Affiliation" a ON a."workspaceId" = n."workspaceId" AND a."contactId" = n."contactId"
     WHERE n."deletedAt" IS NULL;
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_read_prospects(ARRAY(
      SELECT a."prospectId" FROM new_rows n JOIN old_rows o ON o."id" = n."id"
        JOIN "Affiliation" a ON a."workspaceId" = n."workspaceId" AND a."contactId" IN (n."contactId", o."contactId")
       WHERE (n."address", n."contactId", n."deletedAt" IS NULL) IS DISTINCT FROM (o."address", o."contactId", o."deletedAt" IS NULL)));
  ELSE
    PERFORM rapport_read_prospects(ARRAY(
      SELECT a."prospectId" FROM old_rows o
        JOIN "Affiliation" a ON a."workspaceId" = o."workspaceId" AND a."contactId" = o."contactId"));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_reading() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg("prospectId"), array_agg(''::text), array_agg(concat_ws(' ', "quote", "struck", "gap")) INTO ids, names, texts
      FROM new_rows WHERE "deletedAt" IS NULL;
    PERFORM rapport_count_prospects(ids);
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(
      SELECT unnest(ARRAY[n."prospectId", o."prospectId"]) FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."prospectId", n."deletedAt" IS NULL) IS DISTINCT FROM (o."prospectId", o."deletedAt" IS NULL)));
    PERFORM rapport_read_prospects(ARRAY(
      SELECT unnest(ARRAY[n."prospectId", o."prospectId"]) FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."prospectId", n."deletedAt" IS NULL, n."quote", n."struck", n."gap")
             IS DISTINCT FROM (o."prospectId", o."deletedAt" IS NULL, o."quote", o."struck", o."gap")));
  ELSE
    ids := ARRAY(SELECT "prospectId" FROM old_rows);
    PERFORM rapport_count_prospects(ids);
    PERFORM rapport_read_prospects(ids);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_pitch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg("prospectId"), array_agg(''::text), array_agg(concat_ws(' ', "subject", "body")) INTO ids, names, texts
      FROM new_rows WHERE "deletedAt" IS NULL;
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM new_rows));
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(
      SELECT unnest(ARRAY[n."prospectId", o."prospectId"]) FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."prospectId", n."campaignId", n."state", n."sentAt", n."deletedAt" IS NULL)
             IS DISTINCT FROM (o."prospectId", o."campaignId", o."state", o."sentAt", o."deletedAt" IS NULL)));
    PERFORM rapport_read_prospects(ARRAY(
      SELECT unnest(ARRAY[n."prospectId", o."prospectId"]) FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."prospectId", n."subject", n."body", n."deletedAt" IS NULL)
             IS DISTINCT FROM (o."prospectId", o."subject", o."body", o."deletedAt" IS NULL)));
  ELSE
    ids := ARRAY(SELECT "prospectId" FROM old_rows);
    PERFORM rapport_count_prospects(ids);
    PERFORM rapport_read_prospects(ids);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_message() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(p."prospectId"), array_agg(''::text), array_agg(concat_ws(' ', n."subject", n."body")) INTO ids, names, texts
      FROM new_rows n JOIN "Pitch" p ON p."id" = n."pitchId" AND p."deletedAt" IS NULL;
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_read_prospects(ARRAY(
      SELECT p."prospectId" FROM new_rows n JOIN old_rows o ON o."id" = n."id" JOIN "Pitch" p ON p."id" IN (n."pitchId", o."pitchId")
       WHERE (n."pitchId", n."subject", n."body") IS DISTINCT FROM (o."pitchId", o."subject", o."body")));
  ELSE
    PERFORM rapport_read_prospects(ARRAY(SELECT p."prospectId" FROM old_rows o JOIN "Pitch" p ON p."id" = o."pitchId"));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM new_rows));
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(
      SELECT unnest(ARRAY[n."prospectId", o."prospectId"]) FROM new_rows n JOIN old_rows o ON o."id" = n."id"
       WHERE (n."prospectId", n."siteId", n."campaignId", n."outcome", n."deletedAt" IS NULL)
             IS DISTINCT FROM (o."prospectId", o."siteId", o."campaignId", o."outcome", o."deletedAt" IS NULL)));
  ELSE
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM old_rows));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rapport_on_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT p."prospectId" FROM new_rows n JOIN "Pitch" p ON p."id" = n."pitchId"));
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(
      SELECT p."prospectId" FROM new_rows n JOIN old_rows o ON o."id" = n."id" JOIN "Pitch" p ON p."id" IN (n."pitchId", o."pitchId")
       WHERE (n."pitchId", n."dueOn", n."state") IS DISTINCT FROM (o."pitchId", o."dueOn", o."state")));
  ELSE
    PERFORM rapport_count_prospects(ARRAY(SELECT p."prospectId" FROM old_rows o JOIN "Pitch" p ON p."id" = o."pitchId"));
  END IF;
  RETURN NULL;
END $$;

-- What is there already

SELECT set_config('rapport.keeping', 'on', false);
SELECT rapport_count_prospects(ARRAY(SELECT "id" FROM "Prospect"));
CREATE TRIGGER "Prospect_derived" BEFORE INSERT OR UPDATE ON "Prospect" FOR EACH ROW EXECUTE FUNCTION rapport_derive_prospect();
UPDATE "Prospect" SET "stage" = "stage";
SELECT set_config('rapport.keeping', '', false);
INSERT INTO "ProspectSearch" ("workspaceId", "prospectId", "names", "words")
  SELECT "workspaceId", "id", '', ''::tsvector FROM "Prospect" ORDER BY "createdAt", "id";
SELECT rapport_read_prospects(ARRAY(SELECT "id" FROM "Prospect"));

CREATE TRIGGER "Prospect_added" AFTER INSERT ON "Prospect" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_prospect();
CREATE TRIGGER "Prospect_changed" AFTER UPDATE ON "Prospect" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_prospect();
CREATE TRIGGER "Contact_changed" AFTER UPDATE ON "Contact" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_contact();
CREATE TRIGGER "Affiliation_added" AFTER INSERT ON "Affiliation" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_affiliation();
CREATE TRIGGER "Affiliation_changed" AFTER UPDATE ON "Affiliation" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_affiliation();
CREATE TRIGGER "Affiliation_removed" AFTER DELETE ON "Affiliation" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_affiliation();
CREATE TRIGGER "Channel_added" AFTER INSERT ON "Channel" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_channel();
CREATE TRIGGER "Channel_changed" AFTER UPDATE ON "Channel" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_channel();
CREATE TRIGGER "Channel_removed" AFTER DELETE ON "Channel" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_channel();
CREATE TRIGGER "ReadingNote_added" AFTER INSERT ON "ReadingNote" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_reading();
CREATE TRIGGER "ReadingNote_changed" AFTER UPDATE ON "ReadingNote" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_reading();
CREATE TRIGGER "ReadingNote_removed" AFTER DELETE ON "ReadingNote" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_reading();
CREATE TRIGGER "Pitch_added" AFTER INSERT ON "Pitch" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_pitch();
CREATE TRIGGER "Pitch_changed" AFTER UPDATE ON "Pitch" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_pitch();
CREATE TRIGGER "Pitch_removed" AFTER DELETE ON "Pitch" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_pitch();
CREATE TRIGGER "Message_added" AFTER INSERT ON "Message" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_message();
CREATE TRIGGER "Message_changed" AFTER UPDATE ON "Message" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_message();
CREATE TRIGGER "Message_removed" AFTER DELETE ON "Message" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_message();
CREATE TRIGGER "Mention_added" AFTER INSERT ON "Mention" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_mention();
CREATE TRIGGER "Mention_changed" AFTER UPDATE ON "Mention" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_mention();
CREATE TRIGGER "Mention_removed" AFTER DELETE ON "Mention" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_mention();
CREATE TRIGGER "FollowUp_added" AFTER INSERT ON "FollowUp" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_follow_up();
CREATE TRIGGER "FollowUp_changed" AFTER UPDATE ON "FollowUp" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_follow_up();
CREATE TRIGGER "FollowUp_removed" AFTER DELETE ON "FollowUp" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_follow_up();

-- The order of each list, with all one can filter by: a page is found in the index alone. Partial, and so unknown to Prisma.
CREATE INDEX "Prospect_list_added" ON "Prospect" ("workspaceId", "createdAt", "id") INCLUDE ("facets", "lastTouchAt", "nextTouchOn") WHERE "deletedAt" IS NULL;
CREATE INDEX "Prospect_list_name" ON "Prospect" ("workspaceId", "nameKey", "id") INCLUDE ("facets", "lastTouchAt", "nextTouchOn") WHERE "deletedAt" IS NULL;
CREATE INDEX "Prospect_list_touch" ON "Prospect" ("workspaceId", (coalesce("lastTouchAt", '-infinity'::timestamptz)), "id") INCLUDE ("facets", "lastTouchAt", "nextTouchOn") WHERE "deletedAt" IS NULL;
CREATE INDEX "Prospect_list_next" ON "Prospect" ("workspaceId", (coalesce("nextTouchOn", 'infinity'::date)), "id") INCLUDE ("facets", "lastTouchAt", "nextTouchOn") WHERE "deletedAt" IS NULL;
-- People, by name and by what they are reached at.
ALTER TABLE "Contact" ALTER COLUMN "nameKey" TYPE TEXT COLLATE "C";
CREATE FUNCTION rapport_derive_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."nameKey" := rapport_name_key(NEW."name");
  RETURN NEW;
END $$;
CREATE TRIGGER "Contact_derived" BEFORE INSERT OR UPDATE ON "Contact" FOR EACH ROW EXECUTE FUNCTION rapport_derive_contact();
UPDATE "Contact" SET "nameKey" = '';
CREATE INDEX "Contact_list_name" ON "Contact" ("workspaceId", "nameKey", "id") WHERE "deletedAt" IS NULL;
CREATE INDEX "Contact_folded_name" ON "Contact" USING GIN (rapport_fold("name") gin_trgm_ops);
CREATE INDEX "Channel_live_address" ON "Channel" USING GIN ("addressKey" gin_trgm_ops) WHERE "deletedAt" IS NULL;

-- For what was worked on last.
CREATE INDEX "Prospect_list_updated" ON "Prospect" ("workspaceId", "updatedAt", "id") WHERE "deletedAt" IS NULL;

-- Finding

-- All wanted words, the last of them perhaps unfinished, and none of the unwanted. Null where nothing is wanted.
CREATE FUNCTION rapport_query(wanted text, unwanted text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (w."all" || ':*' || coalesce(' & ' || u."all", ''))::tsquery
    FROM (SELECT string_agg('''' || word || '''', ' & ' ORDER BY n) AS "all"
            FROM unnest((rapport_words(wanted))[1:20]) WITH ORDINALITY x (word, n)) w,
         (SELECT string_agg('!''' || word || '''', ' & ') AS "all" FROM unnest((rapport_words(unwanted))[1:20]) word) u
$$;

-- At most so many prospects that have these facets (of the workspace, which facets name) and dates in these stretches,
-- found by the facets' index where there are any: never by reading through the table.
CREATE FUNCTION rapport_few_prospects(workspace text, facets int[], next_from date, next_before date,
  touch_from timestamptz, touch_before timestamptz, most int)
RETURNS TABLE ("id" text, "createdAt" timestamptz, "nameKey" text, "lastTouchAt" timestamptz, "nextTouchOn" date)
LANGUAGE plpgsql STABLE ROWS 300 SET enable_seqscan = off AS $$
DECLARE
  columns text := 'p."id", p."createdAt"::timestamptz, p."nameKey", p."lastTouchAt"::timestamptz, p."nextTouchOn"';
  dates text := ' p."workspaceId" = $1 AND p."deletedAt" IS NULL'
    || CASE WHEN next_before IS NULL THEN '' ELSE ' AND coalesce(p."nextTouchOn", ''infinity''::date) >= $3 AND coalesce(p."nextTouchOn", ''infinity''::date) < $4' END
    || CASE WHEN touch_before IS NULL THEN '' ELSE ' AND coalesce(p."lastTouchAt", ''-infinity''::timestamptz) >= $5 AND coalesce(p."lastTouchAt", ''-infinity''::timestamptz) < $6' END;
BEGIN
  -- Planned anew for each call: what one filter holds says nothing of another.
  RETURN QUERY EXECUTE CASE WHEN cardinality(facets) > 0
    THEN 'SELECT ' || columns || ' FROM (SELECT * FROM "Prospect" q WHERE q."facets" @> $2 OFFSET 0) p WHERE' || dates
    ELSE 'SELECT ' || columns || ' FROM "Prospect" p WHERE' || dates || ' ORDER BY p."workspaceId", '
      || CASE WHEN next_before IS NULL THEN 'coalesce(p."lastTouchAt", ''-infinity''::timestamptz)'
           ELSE 'coalesce(p."nextTouchOn", ''infinity''::date)' END
    END || ' LIMIT ' || most
    USING workspace, facets, next_from, next_before, touch_from, touch_before;
END $$;

-- Prospects that hold these words. Few: all of them, with those whose names hold the text itself or that have this very
-- outlet key ("upto" is 0). Many: those that came last before "before", with these facets; "upto" is how far was looked.
-- However many there are, it reads no more than some hundred rows.
CREATE FUNCTION rapport_find_prospects(workspace text, query tsquery, wanted text, key text, facets int[], before bigint, want int)
RETURNS TABLE ("prospectId" text, "entered" bigint, "upto" bigint) LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  most CONSTANT int := 200;
  few_facets CONSTANT int := 100;
  mark text := '=' || left(md5(workspace), 12);
  here tsquery := quote_literal(mark)::tsquery;
  pattern text := rapport_fold(btrim(wanted));
  rows record; ids text[]; found int := 0; touched int := 0; budget int; in_window int; shift int := 8; hi bigint; lo bigint;
BEGIN
  ids := ARRAY(SELECT s."prospectId" FROM "ProspectSearch" s
    WHERE s."words" @@ (here && query) AND s."workspaceId" = workspace LIMIT most + 1);
  IF cardinality(ids) <= most THEN
    IF length(pattern) >= 3 THEN
      ids := ids || ARRAY(SELECT s."prospectId" FROM "ProspectSearch" s
        WHERE s."names" LIKE '%' || replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          AND s."workspaceId" = workspace LIMIT most / 2);
    END IF;
    IF key <> '' THEN
      ids := ids || ARRAY(SELECT p."id" FROM "Prospect" p WHERE p."workspaceId" = workspace AND p."liveOutletKey" = key)
        || ARRAY(SELECT a."prospectId" FROM "OutletAlias" a WHERE a."workspaceId" = workspace AND a."key" = rapport_find_prospects.key);
    END IF;
    RETURN QUERY SELECT s."prospectId", s."entered"::bigint, 0::bigint FROM "ProspectSearch" s WHERE s."prospectId" = ANY (ids);
    RETURN;
  END IF;
  IF cardinality(facets) > 0 THEN
    ids := ARRAY(SELECT p."id" FROM "Prospect" p WHERE p."facets" @> rapport_find_prospects.facets AND p."deletedAt" IS NULL LIMIT few_facets + 1);
    IF cardinality(ids) <= few_facets THEN
      RETURN QUERY SELECT s."prospectId", s."entered"::bigint, 0::bigint FROM "ProspectSearch" s
        WHERE s."prospectId" = ANY (ids) AND s."words" @@ query;
      RETURN;
    END IF;
  END IF;
  budget := CASE WHEN cardinality(facets) > 0 THEN 150 ELSE 250 END;
  SELECT least(before, last_value + 1) INTO hi FROM "ProspectSearch_entered_seq";
  WHILE hi > 0 AND found < want AND touched < budget LOOP
    lo := ((hi - 1) >> shift) << shift;
    in_window := 0;
    FOR rows IN
      SELECT s."prospectId", s."entered", (cardinality(facets) = 0 OR EXISTS (
               SELECT 1 FROM "Prospect" p WHERE p."id" = s."prospectId" AND p."facets" @> rapport_find_prospects.facets)) AS fits
        FROM "ProspectSearch" s
       WHERE s."words" @@ (here && quote_literal(mark || ':' || shift || ':' || ((hi - 1) >> shift))::tsquery && query)
         AND s."workspaceId" = workspace AND s."entered" < hi
       ORDER BY s."entered" DESC LIMIT budget - touched
    LOOP
      touched := touched + 1; in_window := in_window + 1;
      IF rows.fits THEN
        found := found + 1;
        "prospectId" := rows."prospectId"; "entered" := rows."entered"; "upto" := NULL;
        RETURN NEXT;
      END IF;
      IF found >= want OR touched >= budget THEN lo := rows."entered"; EXIT; END IF;
    END LOOP;
    hi := lo;
    -- The next stretch is wider where this one held little.
    IF in_window < 24 AND shift < 17 THEN shift := shift + 3; END IF;
  END LOOP;
  "prospectId" := NULL; "entered" := NULL; "upto" := greatest(hi, 0);
  RETURN NEXT;
END $$;

-- At most so many people whose name or address holds this text (a pattern for LIKE, or empty), and who have this tag (or
-- empty): found by the indexes of names, addresses and tags, never by reading through the table.
CREATE FUNCTION rapport_few_contacts(workspace text, pattern text, tag text, most int)
RETURNS TABLE ("id" text, "nameKey" text) LANGUAGE plpgsql STABLE ROWS 100 SET enable_seqscan = off AS $$
DECLARE ids text[];
BEGIN
  IF pattern <> '' THEN
    ids := ARRAY(SELECT c."id" FROM "Contact" c WHERE rapport_fold(c."name") LIKE rapport_fold(pattern)
        AND c."workspaceId" = workspace AND c."deletedAt" IS NULL AND (tag = '' OR c."tags" @> ARRAY[tag]) LIMIT most)
      || ARRAY(SELECT h."contactId" FROM "Channel" h WHERE h."addressKey" LIKE lower(pattern)
        AND h."deletedAt" IS NULL AND h."workspaceId" = workspace LIMIT most);
  ELSE
    ids := ARRAY(SELECT c."id" FROM "Contact" c WHERE c."tags" @> ARRAY[tag] AND c."workspaceId" = workspace
      AND c."deletedAt" IS NULL LIMIT most);
  END IF;
  RETURN QUERY SELECT c."id", c."nameKey" FROM "Contact" c WHERE c."id" = ANY (ids) AND c."workspaceId" = workspace
    AND c."deletedAt" IS NULL AND (tag = '' OR c."tags" @> ARRAY[tag]) LIMIT most;
END $$;
