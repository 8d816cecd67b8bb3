-- A pitch is found by whom it is for and by its subject. Both stand in the pitch itself, folded, so that a search can walk
-- the list's own index, the last changed first, instead of looking up two names for every pitch it passes.

ALTER TABLE "Pitch" ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '';

-- A function keeps the plan it made when the tables were small, so reading them through is ruled out.
-- What may stand in an index has an end: 500 letters of four bytes each, and the rest of the entry, are below it.
CREATE FUNCTION rapport_pitch_text(pitch_contact text, pitch_prospect text, subject text) RETURNS text LANGUAGE plpgsql STABLE
  SET enable_seqscan = off AS $$
BEGIN
  RETURN concat_ws(E'\n',
    (SELECT left(rapport_fold(c."name"), 100) FROM "Contact" c WHERE c."id" = pitch_contact),
    (SELECT left(rapport_fold(p."name"), 100) FROM "Prospect" p WHERE p."id" = pitch_prospect),
    left(rapport_fold(subject), 298));
END $$;

CREATE FUNCTION rapport_derive_pitch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := rapport_pitch_text(NEW."contactId", NEW."prospectId", NEW."subject");
  RETURN NEW;
END $$;

CREATE TRIGGER "Pitch_derived" BEFORE INSERT OR UPDATE OF "subject", "contactId", "prospectId", "searchText" ON "Pitch"
  FOR EACH ROW EXECUTE FUNCTION rapport_derive_pitch();

CREATE FUNCTION rapport_rename_in_pitches() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF TG_TABLE_NAME = 'Prospect' THEN
    UPDATE "Pitch" SET "searchText" = '' WHERE "workspaceId" = NEW."workspaceId" AND "prospectId" = NEW."id";
  ELSE
    UPDATE "Pitch" SET "searchText" = '' WHERE "workspaceId" = NEW."workspaceId" AND "contactId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;

-- By row: a statement that changes no name pays nothing.
CREATE TRIGGER "Prospect_renamed" AFTER UPDATE OF "name" ON "Prospect"
  FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION rapport_rename_in_pitches();
CREATE TRIGGER "Contact_renamed" AFTER UPDATE OF "name" ON "Contact"
  FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION rapport_rename_in_pitches();

UPDATE "Pitch" SET "searchText" = '';

DROP INDEX "Pitch_subject_idx";
CREATE INDEX "Pitch_searchText_idx" ON "Pitch" USING GIN ("searchText" gin_trgm_ops);
CREATE INDEX "Pitch_list_words" ON "Pitch" ("workspaceId", "updatedAt", "id")
  INCLUDE ("searchText", "state", "closedReason", "campaignId", "writerId") WHERE "deletedAt" IS NULL;

-- At most so many pitches that hold this text (a pattern for LIKE), found by the index of texts and never by reading
-- through the table or another index.
CREATE FUNCTION rapport_few_pitches(workspace text, pattern text, most int)
RETURNS TABLE ("id" text, "workspaceId" text, "updatedAt" timestamptz, "state" text, "closedReason" text, "campaignId" text,
  "writerId" text) LANGUAGE plpgsql STABLE ROWS 300 SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT p."id", p."workspaceId", p."updatedAt"::timestamptz, p."state", p."closedReason", p."campaignId", p."writerId" FROM (
      SELECT * FROM "Pitch" q WHERE q."searchText" LIKE $2 OFFSET 0) p
    WHERE p."workspaceId" = $1 AND p."deletedAt" IS NULL LIMIT ' || most USING workspace, pattern;
END $$;
