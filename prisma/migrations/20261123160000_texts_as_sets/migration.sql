-- As 20261123100000_changes_as_sets: a join of the rows before with the rows after costs n times n once its plan is kept.
CREATE OR REPLACE FUNCTION rapport_on_pitch_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "PitchShingles" ("workspaceId", "pitchId")
    SELECT "workspaceId", "id" FROM new_rows WHERE "body" <> '' ORDER BY "id";
    RETURN NULL;
  END IF;
  WITH changed AS (
    SELECT "workspaceId", "id", "body", "contactId", "channelId", "campaignId", "writerId", "readingNoteId" FROM new_rows
    EXCEPT
    SELECT "workspaceId", "id", "body", "contactId", "channelId", "campaignId", "writerId", "readingNoteId" FROM old_rows
  ), gone AS (
    DELETE FROM "PitchShingles" s USING changed c WHERE s."pitchId" = c."id" AND c."body" = ''
  )
  INSERT INTO "PitchShingles" ("workspaceId", "pitchId")
  SELECT "workspaceId", "id" FROM changed WHERE "body" <> '' ORDER BY "id"
  ON CONFLICT ("pitchId") DO UPDATE SET
    "version" = "PitchShingles"."version" + 1, "size" = NULL, "spare" = NULL, "bits" = NULL, "grams" = '{}';
  RETURN NULL;
END $$;
