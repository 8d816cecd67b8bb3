-- Whose posts are read, by name: few of very many.
CREATE INDEX "Prospect_followed" ON "Prospect" ("workspaceId", "name", "id") WHERE "followedAt" IS NOT NULL AND "deletedAt" IS NULL;
