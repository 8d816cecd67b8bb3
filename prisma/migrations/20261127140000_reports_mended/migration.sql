-- Which program did it, where one did it for a member: by its token's id, and by what that was called then.
ALTER TABLE "AuditEvent" ADD COLUMN "tokenId" TEXT, ADD COLUMN "tokenName" TEXT;

ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_token_named" CHECK (
  ("tokenId" IS NULL) = ("tokenName" IS NULL) AND ("tokenId" IS NULL OR "actorKind" = 'member')
  AND "tokenId" ~ '^[A-Za-z0-9-]{1,64}$' AND "tokenName" !~ '[@<>]' AND char_length("tokenName") <= 200
);

CREATE INDEX "AuditEvent_workspaceId_tokenId_at_id_idx" ON "AuditEvent"("workspaceId", "tokenId", "at", "id");

-- "Workspace" without its schema could be somebody's temporary table of that name, in which no workspace is.
CREATE OR REPLACE FUNCTION audit_goes_with_its_workspace() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  is_there boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I."Workspace" WHERE "id" IN (SELECT "workspaceId" FROM gone))', TG_TABLE_SCHEMA)
    INTO is_there;
  IF is_there THEN
    RAISE EXCEPTION 'The audit log is written once: DELETE is refused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION audit_is_written_once() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is written once: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- Everybody who wrote in a report. Of those there are, the first and the last are known.
ALTER TABLE "CustomerReport" ADD COLUMN "handIds" TEXT[];

UPDATE "CustomerReport" SET "handIds" = CASE WHEN "writerId" = "editedById" THEN ARRAY["writerId"] ELSE ARRAY["writerId", "editedById"] END;

-- Since when a mention is of the page whose address it has.
ALTER TABLE "Mention" ADD COLUMN "addressSince" TIMESTAMPTZ(3);

-- Of those that were corrected already: after the last look that asked for another address. Spellings of one page are one.
UPDATE "Mention" m SET "addressSince" = old."at" + interval '1 millisecond'
  FROM (
    SELECT l."workspaceId", l."mentionId", max(l."at") AS "at" FROM "LinkCheck" l
      JOIN "Mention" k ON k."workspaceId" = l."workspaceId" AND k."id" = l."mentionId"
     WHERE l."facts"->>'requestedUrl' IS NOT NULL
       AND rtrim(split_part(split_part(regexp_replace(lower(l."facts"->>'requestedUrl'), '^https?://(www[.])?', ''), '#', 1), '?', 1), '/')
        <> rtrim(split_part(split_part(regexp_replace(lower(k."url"), '^https?://(www[.])?', ''), '#', 1), '?', 1), '/')
     GROUP BY 1, 2) old
 WHERE m."workspaceId" = old."workspaceId" AND m."id" = old."mentionId";
