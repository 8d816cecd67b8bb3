-- Of all mentions of a workspace the index held those that are not in the trash. Where PostgreSQL has not counted a table yet,
-- it takes those for next to none, and looked through all of them for the mentions of each single outlet: minutes for
-- 100,000. An index of nothing but press says too little for that question to be asked of it.
DROP INDEX "Mention_press_counts";
CREATE INDEX "Mention_press_counts" ON "Mention" ("workspaceId", "outcome") INCLUDE ("siteId", "provenance", "foundBy", "reviewSince", "createdAt", "id")
  WHERE "deletedAt" IS NULL AND "outcome" IN ('linked', 'linked-qualified', 'linked-wrong-page', 'linked-not-crawlable',
    'linked-not-indexable', 'linked-elsewhere-canonical', 'mentioned-unlinked', 'featured-not-named');
