-- AlterTable
ALTER TABLE "FeedPost" ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Contribution" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "contactId" TEXT,
    "siteId" TEXT NOT NULL,
    "campaignId" TEXT,
    "pitchId" TEXT,
    "ownerId" TEXT NOT NULL,
    "dueOn" DATE,
    "recordingAt" TIMESTAMPTZ(3),
    "recordingZone" TEXT,
    "handedInOn" DATE,
    "airsOn" DATE,
    "publishedOn" DATE,
    "publishedUrl" TEXT,
    "nextOn" DATE NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "bylineUrls" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "wishUrl" TEXT,
    "isPaid" BOOLEAN NOT NULL DEFAULT false,
    "paidNote" TEXT NOT NULL DEFAULT '',
    "fit" JSONB NOT NULL DEFAULT '{}',
    "hosts" TEXT NOT NULL DEFAULT '',
    "asked" TEXT NOT NULL DEFAULT '',
    "heard" TEXT NOT NULL DEFAULT '',
    "facts" TEXT NOT NULL DEFAULT '',
    "stories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "notIt" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mentionId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContributionText" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "contributionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContributionText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Insight" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "urlKey" TEXT NOT NULL,
    "liveUrlKey" TEXT,
    "publishedOn" DATE,
    "whatsNew" TEXT NOT NULL,
    "citedAs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "searchedAt" TIMESTAMPTZ(3),
    "searchedTo" TIMESTAMPTZ(3),
    "recordedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Insight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InsightMention" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "insightId" TEXT NOT NULL,
    "mentionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "found" TEXT NOT NULL DEFAULT '',
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InsightMention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_deletedAt_nextOn_id_idx" ON "Contribution"("workspaceId", "deletedAt", "nextOn", "id");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_deletedAt_state_nextOn_id_idx" ON "Contribution"("workspaceId", "deletedAt", "state", "nextOn", "id");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_deletedAt_kind_nextOn_id_idx" ON "Contribution"("workspaceId", "deletedAt", "kind", "nextOn", "id");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_prospectId_deletedAt_createdAt_idx" ON "Contribution"("workspaceId", "prospectId", "deletedAt", "createdAt");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_contactId_idx" ON "Contribution"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_siteId_idx" ON "Contribution"("workspaceId", "siteId");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_campaignId_idx" ON "Contribution"("workspaceId", "campaignId");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_pitchId_idx" ON "Contribution"("workspaceId", "pitchId");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_mentionId_idx" ON "Contribution"("workspaceId", "mentionId");

-- CreateIndex
CREATE INDEX "Contribution_title_idx" ON "Contribution" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Contribution_workspaceId_id_key" ON "Contribution"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ContributionText_workspaceId_id_key" ON "ContributionText"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ContributionText_workspaceId_contributionId_number_key" ON "ContributionText"("workspaceId", "contributionId", "number");

-- CreateIndex
CREATE INDEX "Insight_workspaceId_deletedAt_createdAt_id_idx" ON "Insight"("workspaceId", "deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Insight_workspaceId_siteId_deletedAt_idx" ON "Insight"("workspaceId", "siteId", "deletedAt");

-- CreateIndex
CREATE INDEX "Insight_deletedAt_searchedAt_id_idx" ON "Insight"("deletedAt", "searchedAt", "id");

-- CreateIndex
CREATE INDEX "Insight_title_idx" ON "Insight" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Insight_workspaceId_id_key" ON "Insight"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Insight_workspaceId_siteId_liveUrlKey_key" ON "Insight"("workspaceId", "siteId", "liveUrlKey");

-- CreateIndex
CREATE INDEX "InsightMention_workspaceId_insightId_state_at_id_idx" ON "InsightMention"("workspaceId", "insightId", "state", "at", "id");

-- CreateIndex
CREATE INDEX "InsightMention_workspaceId_mentionId_idx" ON "InsightMention"("workspaceId", "mentionId");

-- CreateIndex
CREATE UNIQUE INDEX "InsightMention_workspaceId_id_key" ON "InsightMention"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InsightMention_workspaceId_insightId_mentionId_key" ON "InsightMention"("workspaceId", "insightId", "mentionId");

-- CreateIndex
CREATE INDEX "FeedPost_workspaceId_mentionId_idx" ON "FeedPost"("workspaceId", "mentionId");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_siteId_lastLookAt_id_idx" ON "Mention"("workspaceId", "siteId", "lastLookAt", "id");

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_campaignId_fkey" FOREIGN KEY ("workspaceId", "campaignId") REFERENCES "Campaign"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_mentionId_fkey" FOREIGN KEY ("workspaceId", "mentionId") REFERENCES "Mention"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionText" ADD CONSTRAINT "ContributionText_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionText" ADD CONSTRAINT "ContributionText_workspaceId_contributionId_fkey" FOREIGN KEY ("workspaceId", "contributionId") REFERENCES "Contribution"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionText" ADD CONSTRAINT "ContributionText_workspaceId_savedById_fkey" FOREIGN KEY ("workspaceId", "savedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Insight" ADD CONSTRAINT "Insight_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Insight" ADD CONSTRAINT "Insight_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Insight" ADD CONSTRAINT "Insight_workspaceId_recordedById_fkey" FOREIGN KEY ("workspaceId", "recordedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InsightMention" ADD CONSTRAINT "InsightMention_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InsightMention" ADD CONSTRAINT "InsightMention_workspaceId_insightId_fkey" FOREIGN KEY ("workspaceId", "insightId") REFERENCES "Insight"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InsightMention" ADD CONSTRAINT "InsightMention_workspaceId_mentionId_fkey" FOREIGN KEY ("workspaceId", "mentionId") REFERENCES "Mention"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InsightMention" ADD CONSTRAINT "InsightMention_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the app never writes, nobody else does either.
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_kind_known" CHECK ("kind" IN ('podcast', 'interview', 'roundup', 'guest-post', 'directory'));
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_state_known" CHECK ("state" IN ('planned', 'pitched', 'agreed', 'handed-in', 'recorded', 'published', 'not-used', 'withdrawn'));
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_published_somewhere" CHECK ("state" <> 'published' OR "publishedUrl" IS NOT NULL);
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_recording_in_a_zone" CHECK (("recordingAt" IS NULL) = ("recordingZone" IS NULL));
ALTER TABLE "Insight" ADD CONSTRAINT "Insight_live_key" CHECK (("deletedAt" IS NULL AND "liveUrlKey" = "urlKey") OR ("deletedAt" IS NOT NULL AND "liveUrlKey" IS NULL));
ALTER TABLE "InsightMention" ADD CONSTRAINT "InsightMention_state_known" CHECK ("state" IN ('cites', 'not'));
ALTER TABLE "InsightMention" ADD CONSTRAINT "InsightMention_how_known" CHECK ("how" IN ('link', 'words', 'person'));

-- An episode's show notes are a place to look, too.
ALTER TABLE "LinkCheck" DROP CONSTRAINT "LinkCheck_kind_known";
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_kind_known" CHECK ("kind" IN ('fetched', 'saved-copy', 'show-notes', 'person'));
