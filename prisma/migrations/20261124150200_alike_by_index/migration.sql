-- The search for near copies reads all the bits of a workspace, side by side in their index. Left to itself the planner reads
-- the table instead, which is three times as wide, and starts workers for it, which costs more than the search. Hashes come
-- as one text each: three hundred lists of a hundred numbers take the client longer to read than all the rest.
CREATE FUNCTION rapport_pitches_alike(
    workspace text, asked bit, asked_size integer, asked_spare integer, asking text,
    share double precision, skip bigint, take bigint)
  RETURNS TABLE ("pitchId" text, "bound" double precision, "grams" text) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off
  SET enable_bitmapscan = off
  SET max_parallel_workers_per_gather = 0
  SET jit = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH best AS MATERIALIZED (
      SELECT a."pitchId", a."bound"
        FROM (SELECT "pitchId", (bit_count("bits" & asked) + LEAST("spare", asked_spare))::float8
                                  / LEAST("size", asked_size) AS "bound"
                FROM "PitchShingles" WHERE "workspaceId" = workspace AND "size" > 0) a
       WHERE a."bound" >= share AND a."pitchId" <> asking
       ORDER BY a."bound" DESC, a."pitchId"
      OFFSET skip LIMIT take)
    SELECT b."pitchId", b."bound", array_to_string(s."grams", ' ')
      FROM best b JOIN "PitchShingles" s ON s."pitchId" = b."pitchId"
     ORDER BY b."bound" DESC, b."pitchId";
END $$;

-- An index can be read alone where the table's pages are known to hold nothing that is gone: soon after they changed.
ALTER TABLE "PitchShingles" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
