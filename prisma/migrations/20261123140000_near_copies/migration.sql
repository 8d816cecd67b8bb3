-- What near copies of a pitch are found by. A row waits (no size) from the moment a text changes until it is read.
CREATE TABLE "PitchShingles" (
    "workspaceId" TEXT NOT NULL,
    "pitchId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "size" INTEGER,
    "spare" INTEGER,
    "bits" bit(1024),
    "grams" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "PitchShingles_pkey" PRIMARY KEY ("pitchId")
);

CREATE UNIQUE INDEX "PitchShingles_workspaceId_pitchId_key" ON "PitchShingles"("workspaceId", "pitchId");

ALTER TABLE "PitchShingles" ADD CONSTRAINT "PitchShingles_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PitchShingles" ADD CONSTRAINT "PitchShingles_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- All the bits of one workspace side by side, so that a search reads them and nothing else.
CREATE INDEX "PitchShingles_bits" ON "PitchShingles"("workspaceId") INCLUDE ("pitchId", "size", "spare", "bits") WHERE "size" > 0;
CREATE INDEX "PitchShingles_waiting" ON "PitchShingles"("workspaceId", "pitchId") WHERE "size" IS NULL;

-- No writer of pitches can forget it: imports, restored files, erasure and retention are all seen here.
CREATE FUNCTION rapport_on_pitch_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "PitchShingles" ("workspaceId", "pitchId")
    SELECT "workspaceId", "id" FROM new_rows WHERE "body" <> '' ORDER BY "id";
    RETURN NULL;
  END IF;
  WITH changed AS (
    SELECT n."workspaceId", n."id", n."body" FROM new_rows n JOIN old_rows o ON o."id" = n."id"
     WHERE (n."body", n."contactId", n."channelId", n."campaignId", n."writerId", n."readingNoteId")
           IS DISTINCT FROM (o."body", o."contactId", o."channelId", o."campaignId", o."writerId", o."readingNoteId")
  ), gone AS (
    DELETE FROM "PitchShingles" s USING changed c WHERE s."pitchId" = c."id" AND c."body" = ''
  )
  INSERT INTO "PitchShingles" ("workspaceId", "pitchId")
  SELECT "workspaceId", "id" FROM changed WHERE "body" <> '' ORDER BY "id"
  ON CONFLICT ("pitchId") DO UPDATE SET
    "version" = "PitchShingles"."version" + 1, "size" = NULL, "spare" = NULL, "bits" = NULL, "grams" = '{}';
  RETURN NULL;
END $$;

CREATE TRIGGER "Pitch_text_added" AFTER INSERT ON "Pitch"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_pitch_text();
CREATE TRIGGER "Pitch_text_changed" AFTER UPDATE ON "Pitch"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_on_pitch_text();

-- What is there already is read by the worker, the newest being compared from the first moment.
INSERT INTO "PitchShingles" ("workspaceId", "pitchId") SELECT "workspaceId", "id" FROM "Pitch" WHERE "body" <> '';
