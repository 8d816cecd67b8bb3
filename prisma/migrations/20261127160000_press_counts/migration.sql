-- What stands as press is counted from the index alone: who paid for it and whether a person stands for it are asked of each row.
CREATE INDEX "Mention_press_counts" ON "Mention" ("workspaceId", "outcome") INCLUDE ("siteId", "provenance", "foundBy", "reviewSince", "createdAt", "id") WHERE "deletedAt" IS NULL;
