-- CreateTable
CREATE TABLE "ProspectValue" (
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "field" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "size" DOUBLE PRECISION,

    CONSTRAINT "ProspectValue_pkey" PRIMARY KEY ("prospectId","field")
);

-- CreateIndex
CREATE INDEX "ProspectValue_field_size_prospectId_idx" ON "ProspectValue"("field", "size", "prospectId");

-- CreateIndex
CREATE INDEX "ProspectValue_words_idx" ON "ProspectValue" USING GIN ("words" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ProspectValue_workspaceId_idx" ON "ProspectValue"("workspaceId");

-- AddForeignKey
ALTER TABLE "ProspectValue" ADD CONSTRAINT "ProspectValue_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProspectValue" ADD CONSTRAINT "ProspectValue_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A number is its own size. A day, written YYYY-MM-DD, is as many as 31 days to a month and 372 to a year make it: no real
-- count, but in the order of the calendar, and no text can make it fail. lib/domain/own-conditions.ts counts the same way.
CREATE FUNCTION rapport_size(value jsonb) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE said text := value #>> '{}';
BEGIN
  IF jsonb_typeof(value) = 'number' THEN RETURN said::double precision; END IF;
  IF jsonb_typeof(value) <> 'string' OR said !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN RETURN NULL; END IF;
  RETURN left(said, 4)::int * 372 + substr(said, 6, 2)::int * 31 + right(said, 2)::int;
END $$;

-- That a field is filled in can be told from the order's index alone. Runs behind Prospect_derived, by its name.
CREATE FUNCTION rapport_fill_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."deletedAt" IS NULL AND jsonb_typeof(NEW."custom") = 'object' AND NEW."custom" <> '{}' THEN
    NEW."facets" := (NEW."facets" || ARRAY(SELECT rapport_facet(NEW."workspaceId", 'filled', key)
      FROM jsonb_each_text(NEW."custom") WHERE value <> ''))[1:540];
  END IF;
  RETURN NEW;
END $$;

-- Values of a workspace's own fields, a row each: what a list looks them up by.
CREATE FUNCTION rapport_keep_values() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    ids := ARRAY(SELECT "id" FROM (SELECT "id", "custom" FROM new_rows EXCEPT SELECT "id", "custom" FROM old_rows) c);
    IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
    DELETE FROM "ProspectValue" WHERE "prospectId" = ANY (ids);
  END IF;
  INSERT INTO "ProspectValue" ("workspaceId", "prospectId", "field", "words", "size")
  SELECT n."workspaceId", n."id", rapport_facet(n."workspaceId", 'filled', e.key), rapport_fold(left(e.value #>> '{}', 2000)),
         rapport_size(e.value)
    FROM new_rows n CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(n."custom") WHEN 'object' THEN n."custom" ELSE '{}' END) e
   WHERE (ids IS NULL OR n."id" IN (SELECT unnest(ids))) AND e.value #>> '{}' <> ''
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER "Prospect_filled" BEFORE INSERT OR UPDATE ON "Prospect" FOR EACH ROW EXECUTE FUNCTION rapport_fill_prospect();
UPDATE "Prospect" SET "stage" = "stage" WHERE "custom" <> '{}';
INSERT INTO "ProspectValue" ("workspaceId", "prospectId", "field", "words", "size")
  SELECT n."workspaceId", n."id", rapport_facet(n."workspaceId", 'filled', e.key), rapport_fold(left(e.value #>> '{}', 2000)),
         rapport_size(e.value)
    FROM "Prospect" n CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(n."custom") WHEN 'object' THEN n."custom" ELSE '{}' END) e
   WHERE e.value #>> '{}' <> ''
  ON CONFLICT DO NOTHING;
CREATE TRIGGER "Prospect_values_added" AFTER INSERT ON "Prospect" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_keep_values();
CREATE TRIGGER "Prospect_values_changed" AFTER UPDATE ON "Prospect" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rapport_keep_values();

-- Those that can fit, by whichever of the filters holds the fewest: at most "most" ids, or null where each holds more. A
-- condition is a field with a stretch of sizes, or with folded words its value holds. Whoever asks looks at the rows themselves.
CREATE FUNCTION rapport_few_by_values(workspace text, facets int[], fields int[], froms double precision[], tos double precision[],
  words text[], most int)
RETURNS text[] LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  ids text[];
  touched int;
  pattern text;
BEGIN
  IF cardinality(facets) > 0 THEN
    ids := ARRAY(SELECT p."id" FROM "Prospect" p WHERE p."facets" @> rapport_few_by_values.facets AND p."deletedAt" IS NULL LIMIT most + 1);
    IF cardinality(ids) <= most THEN RETURN ids; END IF;
  END IF;
  FOR n IN 1 .. coalesce(cardinality(fields), 0) LOOP
    IF words[n] IS NULL THEN
      ids := ARRAY(SELECT v."prospectId" FROM "ProspectValue" v WHERE v."field" = fields[n] AND v."size" >= froms[n] AND v."size" <= tos[n]
        ORDER BY v."field", v."size" LIMIT most + 1);
      IF cardinality(ids) <= most THEN RETURN ids; END IF;
    ELSE
      pattern := rapport_fold(words[n]);
      -- Without three letters in a row the index would have to be read whole.
      CONTINUE WHEN pattern !~ '[[:alnum:]]{3}';
      SELECT count(*), coalesce(array_agg(v."prospectId") FILTER (WHERE v."field" = fields[n]), '{}') INTO touched, ids
        FROM (SELECT w."prospectId", w."field" FROM "ProspectValue" w
               WHERE w."words" LIKE '%' || replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_') || '%'
               LIMIT 2 * most + 1) v;
      IF touched <= 2 * most AND cardinality(ids) <= most THEN RETURN ids; END IF;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
