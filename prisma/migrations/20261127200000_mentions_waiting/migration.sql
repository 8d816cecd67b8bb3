-- The frame of every page counts what waits to be reviewed. With the index of all of them each was read in its table too: 1,400
-- waiting cost every page 1.7 ms of the database. This one holds what is counted and nothing else, and answers alone.
CREATE INDEX "Mention_waiting" ON "Mention" ("workspaceId") WHERE "deletedAt" IS NULL AND "reviewSince" IS NOT NULL;
