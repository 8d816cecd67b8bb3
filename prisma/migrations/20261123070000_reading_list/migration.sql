-- The reading list: where a feed's marks came from, whether a site is searched for feeds, and a post's place on the list.

ALTER TABLE "Prospect" ADD COLUMN "feedSearch" TEXT,
ADD COLUMN "feedSearchedAt" TIMESTAMPTZ(3);

ALTER TABLE "Feed" ADD COLUMN "validatedUrl" TEXT;
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_state_known" CHECK ("state" IN ('waiting', 'looking', 'idle', 'gone'));
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_kind_known" CHECK ("kind" IN ('unknown', 'rss', 'atom', 'json', 'podcast'));

ALTER TABLE "FeedPost" ADD COLUMN "listedAt" TIMESTAMPTZ(3);
DROP INDEX "FeedPost_workspaceId_seenAt_id_idx";
CREATE INDEX "FeedPost_workspaceId_listedAt_id_idx" ON "FeedPost"("workspaceId", "listedAt", "id");
CREATE INDEX "FeedPost_workspaceId_feedId_url_idx" ON "FeedPost"("workspaceId", "feedId", "url");

CREATE INDEX "Mention_workspaceId_urlKey_idx" ON "Mention"("workspaceId", "urlKey");
