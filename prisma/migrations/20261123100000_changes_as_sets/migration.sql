-- What changed, as a difference of two sets.
--
-- These functions joined the rows before and after a statement by their ids. PostgreSQL keeps the plan of a function's first
-- call, mostly one for a single row: a statement that changed n rows then compared n times n of them, twenty seconds for
-- 10,000 mentions. A difference of sets is hashed whatever the size, and has no such plan to fall into.

-- Texts: the same answers as before, in a fifth of the time. A function in SQL that cannot be written into its caller starts
-- an executor of its own for every call.

CREATE OR REPLACE FUNCTION rapport_fold(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(given) = length(given) THEN RETURN lower(given); END IF;
  RETURN replace(replace(replace(translate(
      lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200f]+', '', 'g')),
      'øłđðı', 'olddi'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss');
END $$;

CREATE OR REPLACE FUNCTION rapport_words(given text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(left(word, 60)), '{}')
    FROM regexp_split_to_table(rapport_fold(left(given, 200000)),
           '[\s!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\uff01-\uff0f]+') word
   WHERE word <> '');
END $$;

CREATE OR REPLACE FUNCTION rapport_name_key(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE folded text := btrim(rapport_fold(given));
BEGIN
  IF folded !~ '[0-9]' THEN RETURN left(folded, 200); END IF;
  RETURN left(regexp_replace(regexp_replace(folded, '([0-9]+)', '0000000\1', 'g'), '0*([0-9]{8,})', '\1', 'g'), 200);
END $$;

-- Who tells of a change

CREATE OR REPLACE FUNCTION rapport_on_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND coalesce(current_setting('rapport.uncounted', true), '') = 'on' THEN
    -- Whoever writes many rows has them read when all is there.
    INSERT INTO "ProspectSearch" ("workspaceId", "prospectId", "entered", "names", "words")
    SELECT e."workspaceId", e."id", e."entered", '', array_to_tsvector(rapport_stretches(e."workspaceId", e."entered"))
      FROM (SELECT o.*, nextval('"ProspectSearch_entered_seq"') AS "entered"
              FROM (SELECT "workspaceId", "id" FROM new_rows ORDER BY "createdAt", "id") o) e;
  ELSIF TG_OP = 'INSERT' THEN
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
    PERFORM rapport_read_prospects(ARRAY(SELECT "id" FROM (
      SELECT "id", "name", "outletKey", "homepage", "tags", "note", "whyCare", "guidelinesNote", "deletedAt" IS NULL FROM new_rows
      EXCEPT
      SELECT "id", "name", "outletKey", "homepage", "tags", "note", "whyCare", "guidelinesNote", "deletedAt" IS NULL FROM old_rows) c));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rapport_read_prospects(ARRAY(
    SELECT a."prospectId" FROM (
      SELECT "workspaceId", "id", "name", "role", "note", "tags", "deletedAt" IS NULL FROM new_rows
      EXCEPT
      SELECT "workspaceId", "id", "name", "role", "note", "tags", "deletedAt" IS NULL FROM old_rows) c
      JOIN "Affiliation" a ON a."workspaceId" = c."workspaceId" AND a."contactId" = c."id"));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_affiliation() RETURNS trigger LANGUAGE plpgsql AS $$
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
    PERFORM rapport_read_prospects(ARRAY(SELECT "prospectId" FROM (
      (SELECT "id", "prospectId", "contactId", "role" FROM new_rows EXCEPT SELECT "id", "prospectId", "contactId", "role" FROM old_rows)
      UNION ALL
      (SELECT "id", "prospectId", "contactId", "role" FROM old_rows EXCEPT SELECT "id", "prospectId", "contactId", "role" FROM new_rows)) c));
  ELSE
    PERFORM rapport_read_prospects(ARRAY(SELECT "prospectId" FROM old_rows));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_channel() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(a."prospectId"), array_agg(n."address"), array_agg(''::text) INTO ids, names, texts
      FROM new_rows n JOIN "Affiliation" a ON a."workspaceId" = n."workspaceId" AND a."contactId" = n."contactId"
     WHERE n."deletedAt" IS NULL;
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_read_prospects(ARRAY(
      SELECT a."prospectId" FROM (
        (SELECT "workspaceId", "id", "address", "contactId", "deletedAt" IS NULL FROM new_rows
         EXCEPT SELECT "workspaceId", "id", "address", "contactId", "deletedAt" IS NULL FROM old_rows)
        UNION ALL
        (SELECT "workspaceId", "id", "address", "contactId", "deletedAt" IS NULL FROM old_rows
         EXCEPT SELECT "workspaceId", "id", "address", "contactId", "deletedAt" IS NULL FROM new_rows)) c
        JOIN "Affiliation" a ON a."workspaceId" = c."workspaceId" AND a."contactId" = c."contactId"));
  ELSE
    PERFORM rapport_read_prospects(ARRAY(
      SELECT a."prospectId" FROM old_rows o
        JOIN "Affiliation" a ON a."workspaceId" = o."workspaceId" AND a."contactId" = o."contactId"));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_reading() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg("prospectId"), array_agg(''::text), array_agg(concat_ws(' ', "quote", "struck", "gap")) INTO ids, names, texts
      FROM new_rows WHERE "deletedAt" IS NULL;
    PERFORM rapport_count_prospects(ids);
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM (
      (SELECT "id", "prospectId", "deletedAt" IS NULL FROM new_rows EXCEPT SELECT "id", "prospectId", "deletedAt" IS NULL FROM old_rows)
      UNION ALL
      (SELECT "id", "prospectId", "deletedAt" IS NULL FROM old_rows EXCEPT SELECT "id", "prospectId", "deletedAt" IS NULL FROM new_rows)) c));
    PERFORM rapport_read_prospects(ARRAY(SELECT "prospectId" FROM (
      (SELECT "id", "prospectId", "deletedAt" IS NULL, "quote", "struck", "gap" FROM new_rows
       EXCEPT SELECT "id", "prospectId", "deletedAt" IS NULL, "quote", "struck", "gap" FROM old_rows)
      UNION ALL
      (SELECT "id", "prospectId", "deletedAt" IS NULL, "quote", "struck", "gap" FROM old_rows
       EXCEPT SELECT "id", "prospectId", "deletedAt" IS NULL, "quote", "struck", "gap" FROM new_rows)) c));
  ELSE
    ids := ARRAY(SELECT "prospectId" FROM old_rows);
    PERFORM rapport_count_prospects(ids);
    PERFORM rapport_read_prospects(ids);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_pitch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg("prospectId"), array_agg(''::text), array_agg(concat_ws(' ', "subject", "body")) INTO ids, names, texts
      FROM new_rows WHERE "deletedAt" IS NULL;
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM new_rows));
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM (
      (SELECT "id", "prospectId", "campaignId", "state", "sentAt", "deletedAt" IS NULL FROM new_rows
       EXCEPT SELECT "id", "prospectId", "campaignId", "state", "sentAt", "deletedAt" IS NULL FROM old_rows)
      UNION ALL
      (SELECT "id", "prospectId", "campaignId", "state", "sentAt", "deletedAt" IS NULL FROM old_rows
       EXCEPT SELECT "id", "prospectId", "campaignId", "state", "sentAt", "deletedAt" IS NULL FROM new_rows)) c));
    PERFORM rapport_read_prospects(ARRAY(SELECT "prospectId" FROM (
      (SELECT "id", "prospectId", "subject", "body", "deletedAt" IS NULL FROM new_rows
       EXCEPT SELECT "id", "prospectId", "subject", "body", "deletedAt" IS NULL FROM old_rows)
      UNION ALL
      (SELECT "id", "prospectId", "subject", "body", "deletedAt" IS NULL FROM old_rows
       EXCEPT SELECT "id", "prospectId", "subject", "body", "deletedAt" IS NULL FROM new_rows)) c));
  ELSE
    ids := ARRAY(SELECT "prospectId" FROM old_rows);
    PERFORM rapport_count_prospects(ids);
    PERFORM rapport_read_prospects(ids);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_message() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[]; names text[]; texts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(p."prospectId"), array_agg(''::text), array_agg(concat_ws(' ', n."subject", n."body")) INTO ids, names, texts
      FROM new_rows n JOIN "Pitch" p ON p."id" = n."pitchId" AND p."deletedAt" IS NULL;
    PERFORM rapport_add_words(ids, names, texts);
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_read_prospects(ARRAY(
      SELECT p."prospectId" FROM (
        (SELECT "id", "pitchId", "subject", "body" FROM new_rows EXCEPT SELECT "id", "pitchId", "subject", "body" FROM old_rows)
        UNION ALL
        (SELECT "id", "pitchId", "subject", "body" FROM old_rows EXCEPT SELECT "id", "pitchId", "subject", "body" FROM new_rows)) c
        JOIN "Pitch" p ON p."id" = c."pitchId"));
  ELSE
    PERFORM rapport_read_prospects(ARRAY(SELECT p."prospectId" FROM old_rows o JOIN "Pitch" p ON p."id" = o."pitchId"));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM new_rows));
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM (
      (SELECT "id", "prospectId", "siteId", "campaignId", "outcome", "deletedAt" IS NULL FROM new_rows
       EXCEPT SELECT "id", "prospectId", "siteId", "campaignId", "outcome", "deletedAt" IS NULL FROM old_rows)
      UNION ALL
      (SELECT "id", "prospectId", "siteId", "campaignId", "outcome", "deletedAt" IS NULL FROM old_rows
       EXCEPT SELECT "id", "prospectId", "siteId", "campaignId", "outcome", "deletedAt" IS NULL FROM new_rows)) c));
  ELSE
    PERFORM rapport_count_prospects(ARRAY(SELECT "prospectId" FROM old_rows));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rapport_on_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM rapport_count_prospects(ARRAY(SELECT p."prospectId" FROM new_rows n JOIN "Pitch" p ON p."id" = n."pitchId"));
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM rapport_count_prospects(ARRAY(
      SELECT p."prospectId" FROM (
        (SELECT "id", "pitchId", "dueOn", "state" FROM new_rows EXCEPT SELECT "id", "pitchId", "dueOn", "state" FROM old_rows)
        UNION ALL
        (SELECT "id", "pitchId", "dueOn", "state" FROM old_rows EXCEPT SELECT "id", "pitchId", "dueOn", "state" FROM new_rows)) c
        JOIN "Pitch" p ON p."id" = c."pitchId"));
  ELSE
    PERFORM rapport_count_prospects(ARRAY(SELECT p."prospectId" FROM old_rows o JOIN "Pitch" p ON p."id" = o."pitchId"));
  END IF;
  RETURN NULL;
END $$;
