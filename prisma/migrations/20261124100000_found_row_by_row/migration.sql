-- Whether a found row has the facets is asked row by row: an EXISTS may be answered for all rows at once (a hashed subplan),
-- which reads every prospect of a frequent facet to say it of thirty. A scalar subquery cannot.
CREATE OR REPLACE FUNCTION rapport_find_prospects(workspace text, query tsquery, wanted text, key text, facets int[], before bigint, want int)
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
      SELECT s."prospectId", s."entered", (cardinality(facets) = 0 OR coalesce((
               SELECT p."facets" @> rapport_find_prospects.facets FROM "Prospect" p WHERE p."id" = s."prospectId"), false)) AS fits
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
