-- Names and addresses are found as before. What the index of names found is not looked up a second time, and addresses are
-- asked only where names leave room.

CREATE OR REPLACE FUNCTION rapport_few_contacts(workspace text, pattern text, tag text, most int)
RETURNS TABLE ("id" text, "nameKey" text) LANGUAGE plpgsql STABLE ROWS 100 SET enable_seqscan = off AS $$
DECLARE ids text[]; keys text[]; others text[];
BEGIN
  IF pattern = '' THEN
    RETURN QUERY SELECT c."id", c."nameKey" FROM "Contact" c WHERE c."tags" @> ARRAY[tag] AND c."workspaceId" = workspace
      AND c."deletedAt" IS NULL LIMIT most;
    RETURN;
  END IF;
  SELECT array_agg(f."id"), array_agg(f."nameKey") INTO ids, keys FROM (
    SELECT c."id", c."nameKey" FROM "Contact" c WHERE rapport_fold(c."name") LIKE rapport_fold(pattern)
       AND c."workspaceId" = workspace AND c."deletedAt" IS NULL AND (tag = '' OR c."tags" @> ARRAY[tag]) LIMIT most) f;
  RETURN QUERY SELECT * FROM unnest(ids, keys);
  IF cardinality(ids) >= most THEN RETURN; END IF;
  others := ARRAY(SELECT h."contactId" FROM "Channel" h WHERE h."addressKey" LIKE lower(pattern)
    AND h."deletedAt" IS NULL AND h."workspaceId" = workspace AND h."contactId" <> ALL (coalesce(ids, '{}')) LIMIT most);
  RETURN QUERY SELECT c."id", c."nameKey" FROM "Contact" c WHERE c."id" = ANY (others) AND c."workspaceId" = workspace
    AND c."deletedAt" IS NULL AND (tag = '' OR c."tags" @> ARRAY[tag]) LIMIT most - coalesce(cardinality(ids), 0);
END $$;
