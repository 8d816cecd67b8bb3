-- Of one row of an import, the fields where a person takes the file's value instead of ours.
ALTER TABLE "ImportRow" ADD COLUMN "take" TEXT[] DEFAULT ARRAY[]::TEXT[];
