CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "demoRole" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "postalAddress" TEXT NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberSite" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,

    CONSTRAINT "MemberSite_pkey" PRIMARY KEY ("workspaceId","memberId","siteId")
);

-- CreateTable
CREATE TABLE "SecretLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "workspaceId" TEXT,
    "userId" TEXT,
    "email" TEXT,
    "role" TEXT,
    "siteIds" TEXT[],
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecretLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "WorkerBeat" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkerBeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerName" TEXT NOT NULL,
    "domains" TEXT[],
    "brandNames" TEXT[],
    "peopleNames" TEXT[],
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "targetUrls" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prospect" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "homepage" TEXT NOT NULL,
    "outletKey" TEXT NOT NULL,
    "liveOutletKey" TEXT,
    "whyCare" TEXT NOT NULL DEFAULT '',
    "country" TEXT,
    "guidelines" TEXT,
    "guidelinesUrl" TEXT,
    "guidelinesNote" TEXT NOT NULL DEFAULT '',
    "ownerId" TEXT,
    "notForUsAt" TIMESTAMPTZ(3),
    "notForUsReason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastTouchAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Prospect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "country" TEXT,
    "timeZone" TEXT,
    "writesAs" TEXT NOT NULL DEFAULT 'unknown',
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "bouncedAt" TIMESTAMPTZ(3),
    "bounceNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AddressOrigin" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "page" TEXT NOT NULL DEFAULT '',
    "seenOn" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "noUnsolicited" BOOLEAN NOT NULL DEFAULT false,
    "fitsRole" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "AddressOrigin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageCopy" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "failure" TEXT,
    "httpStatus" INTEGER,
    "finalUrl" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "wholeText" TEXT NOT NULL DEFAULT '',
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3),
    "nextTryAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PageCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingNote" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "pageCopyId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "struck" TEXT NOT NULL DEFAULT '',
    "gap" TEXT NOT NULL DEFAULT '',
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "ReadingNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pitch" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "readingNoteId" TEXT,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "writerId" TEXT NOT NULL,
    "overruleReason" TEXT,
    "overruledRules" TEXT[],
    "openProspectId" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "sentVia" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedReason" TEXT,
    "lastMessageAt" TIMESTAMPTZ(3),
    "answerHandledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Pitch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PitchRevision" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "pitchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PitchRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "pitchId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" TEXT NOT NULL,
    "onceKey" TEXT NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "pitchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "goneBecause" TEXT,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Touch" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Touch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "contactId" TEXT,
    "addressKey" TEXT,
    "domain" TEXT,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" TEXT,
    "liftReason" TEXT,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "prospectId" TEXT,
    "campaignId" TEXT,
    "pitchId" TEXT,
    "url" TEXT NOT NULL,
    "urlKey" TEXT NOT NULL,
    "liveUrlKey" TEXT,
    "targetUrl" TEXT,
    "provenance" TEXT NOT NULL,
    "aboutUs" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL,
    "outcomeAt" TIMESTAMPTZ(3),
    "everLinked" BOOLEAN NOT NULL DEFAULT false,
    "lookState" TEXT NOT NULL DEFAULT 'idle',
    "lookRequestedAt" TIMESTAMPTZ(3),
    "lastLookAt" TIMESTAMPTZ(3),
    "nextLookAt" TIMESTAMPTZ(3),
    "seenOutcome" TEXT,
    "recordedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mentionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tookMs" INTEGER,
    "facts" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "requestedById" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LinkCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrashEntry" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "withIt" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "purgeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrashEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedPage" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "status" INTEGER NOT NULL DEFAULT 200,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "html" TEXT NOT NULL,
    "robotsTxt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SavedPage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_demoRole_key" ON "User"("demoRole");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_id_key" ON "Member"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_userId_key" ON "Member"("workspaceId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "SecretLink_tokenHash_key" ON "SecretLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SecretLink_workspaceId_purpose_createdAt_idx" ON "SecretLink"("workspaceId", "purpose", "createdAt");

-- CreateIndex
CREATE INDEX "SecretLink_userId_idx" ON "SecretLink"("userId");

-- CreateIndex
CREATE INDEX "Throttle_lastAt_idx" ON "Throttle"("lastAt");

-- CreateIndex
CREATE INDEX "Site_workspaceId_deletedAt_name_idx" ON "Site"("workspaceId", "deletedAt", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Site_workspaceId_id_key" ON "Site"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Campaign_workspaceId_deletedAt_createdAt_idx" ON "Campaign"("workspaceId", "deletedAt", "createdAt");

-- CreateIndex
CREATE INDEX "Campaign_workspaceId_siteId_idx" ON "Campaign"("workspaceId", "siteId");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_workspaceId_id_key" ON "Campaign"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_deletedAt_name_id_idx" ON "Prospect"("workspaceId", "deletedAt", "name", "id");

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_deletedAt_createdAt_id_idx" ON "Prospect"("workspaceId", "deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_deletedAt_lastTouchAt_id_idx" ON "Prospect"("workspaceId", "deletedAt", "lastTouchAt", "id");

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_deletedAt_kind_idx" ON "Prospect"("workspaceId", "deletedAt", "kind");

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_ownerId_idx" ON "Prospect"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "Prospect_name_idx" ON "Prospect" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Prospect_outletKey_idx" ON "Prospect" USING GIN ("outletKey" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Prospect_workspaceId_id_key" ON "Prospect"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Prospect_workspaceId_liveOutletKey_key" ON "Prospect"("workspaceId", "liveOutletKey");

-- CreateIndex
CREATE INDEX "Contact_workspaceId_deletedAt_name_idx" ON "Contact"("workspaceId", "deletedAt", "name");

-- CreateIndex
CREATE INDEX "Contact_name_idx" ON "Contact" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Contact_workspaceId_id_key" ON "Contact"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Affiliation_workspaceId_contactId_idx" ON "Affiliation"("workspaceId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Affiliation_workspaceId_id_key" ON "Affiliation"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Affiliation_workspaceId_prospectId_contactId_key" ON "Affiliation"("workspaceId", "prospectId", "contactId");

-- CreateIndex
CREATE INDEX "Channel_workspaceId_contactId_idx" ON "Channel"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Channel_workspaceId_addressKey_idx" ON "Channel"("workspaceId", "addressKey");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_workspaceId_id_key" ON "Channel"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AddressOrigin_workspaceId_id_key" ON "AddressOrigin"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AddressOrigin_workspaceId_channelId_key" ON "AddressOrigin"("workspaceId", "channelId");

-- CreateIndex
CREATE INDEX "PageCopy_status_nextTryAt_idx" ON "PageCopy"("status", "nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "PageCopy_workspaceId_id_key" ON "PageCopy"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ReadingNote_workspaceId_prospectId_deletedAt_createdAt_idx" ON "ReadingNote"("workspaceId", "prospectId", "deletedAt", "createdAt");

-- CreateIndex
CREATE INDEX "ReadingNote_workspaceId_deletedAt_createdAt_idx" ON "ReadingNote"("workspaceId", "deletedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingNote_workspaceId_id_key" ON "ReadingNote"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_deletedAt_state_updatedAt_idx" ON "Pitch"("workspaceId", "deletedAt", "state", "updatedAt");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_deletedAt_updatedAt_id_idx" ON "Pitch"("workspaceId", "deletedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_prospectId_idx" ON "Pitch"("workspaceId", "prospectId");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_contactId_idx" ON "Pitch"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_campaignId_idx" ON "Pitch"("workspaceId", "campaignId");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_writerId_sentAt_idx" ON "Pitch"("workspaceId", "writerId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Pitch_workspaceId_id_key" ON "Pitch"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Pitch_workspaceId_openProspectId_key" ON "Pitch"("workspaceId", "openProspectId");

-- CreateIndex
CREATE UNIQUE INDEX "PitchRevision_workspaceId_id_key" ON "PitchRevision"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PitchRevision_workspaceId_pitchId_number_key" ON "PitchRevision"("workspaceId", "pitchId", "number");

-- CreateIndex
CREATE INDEX "Message_workspaceId_pitchId_at_idx" ON "Message"("workspaceId", "pitchId", "at");

-- CreateIndex
CREATE INDEX "Message_workspaceId_contactId_at_idx" ON "Message"("workspaceId", "contactId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Message_workspaceId_id_key" ON "Message"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Message_workspaceId_onceKey_key" ON "Message"("workspaceId", "onceKey");

-- CreateIndex
CREATE INDEX "FollowUp_workspaceId_state_dueOn_idx" ON "FollowUp"("workspaceId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_workspaceId_id_key" ON "FollowUp"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_workspaceId_pitchId_number_key" ON "FollowUp"("workspaceId", "pitchId", "number");

-- CreateIndex
CREATE INDEX "Touch_workspaceId_prospectId_deletedAt_at_idx" ON "Touch"("workspaceId", "prospectId", "deletedAt", "at");

-- CreateIndex
CREATE INDEX "Touch_workspaceId_contactId_idx" ON "Touch"("workspaceId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Touch_workspaceId_id_key" ON "Touch"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Suppression_workspaceId_contactId_idx" ON "Suppression"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Suppression_workspaceId_addressKey_idx" ON "Suppression"("workspaceId", "addressKey");

-- CreateIndex
CREATE INDEX "Suppression_workspaceId_domain_idx" ON "Suppression"("workspaceId", "domain");

-- CreateIndex
CREATE UNIQUE INDEX "Suppression_workspaceId_id_key" ON "Suppression"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_deletedAt_createdAt_id_idx" ON "Mention"("workspaceId", "deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_siteId_deletedAt_outcome_idx" ON "Mention"("workspaceId", "siteId", "deletedAt", "outcome");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_prospectId_idx" ON "Mention"("workspaceId", "prospectId");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_pitchId_idx" ON "Mention"("workspaceId", "pitchId");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_campaignId_idx" ON "Mention"("workspaceId", "campaignId");

-- CreateIndex
CREATE INDEX "Mention_nextLookAt_idx" ON "Mention"("nextLookAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_workspaceId_id_key" ON "Mention"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_workspaceId_siteId_liveUrlKey_key" ON "Mention"("workspaceId", "siteId", "liveUrlKey");

-- CreateIndex
CREATE INDEX "LinkCheck_workspaceId_mentionId_at_idx" ON "LinkCheck"("workspaceId", "mentionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCheck_workspaceId_id_key" ON "LinkCheck"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "TrashEntry_workspaceId_at_idx" ON "TrashEntry"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "TrashEntry_purgeAt_idx" ON "TrashEntry"("purgeAt");

-- CreateIndex
CREATE UNIQUE INDEX "TrashEntry_workspaceId_id_key" ON "TrashEntry"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SavedPage_url_key" ON "SavedPage"("url");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberSite" ADD CONSTRAINT "MemberSite_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberSite" ADD CONSTRAINT "MemberSite_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberSite" ADD CONSTRAINT "MemberSite_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AddressOrigin" ADD CONSTRAINT "AddressOrigin_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AddressOrigin" ADD CONSTRAINT "AddressOrigin_workspaceId_channelId_fkey" FOREIGN KEY ("workspaceId", "channelId") REFERENCES "Channel"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageCopy" ADD CONSTRAINT "PageCopy_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingNote" ADD CONSTRAINT "ReadingNote_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingNote" ADD CONSTRAINT "ReadingNote_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingNote" ADD CONSTRAINT "ReadingNote_workspaceId_pageCopyId_fkey" FOREIGN KEY ("workspaceId", "pageCopyId") REFERENCES "PageCopy"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingNote" ADD CONSTRAINT "ReadingNote_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_campaignId_fkey" FOREIGN KEY ("workspaceId", "campaignId") REFERENCES "Campaign"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_channelId_fkey" FOREIGN KEY ("workspaceId", "channelId") REFERENCES "Channel"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_readingNoteId_fkey" FOREIGN KEY ("workspaceId", "readingNoteId") REFERENCES "ReadingNote"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_writerId_fkey" FOREIGN KEY ("workspaceId", "writerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PitchRevision" ADD CONSTRAINT "PitchRevision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PitchRevision" ADD CONSTRAINT "PitchRevision_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PitchRevision" ADD CONSTRAINT "PitchRevision_workspaceId_savedById_fkey" FOREIGN KEY ("workspaceId", "savedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_workspaceId_liftedById_fkey" FOREIGN KEY ("workspaceId", "liftedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_campaignId_fkey" FOREIGN KEY ("workspaceId", "campaignId") REFERENCES "Campaign"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_recordedById_fkey" FOREIGN KEY ("workspaceId", "recordedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_workspaceId_mentionId_fkey" FOREIGN KEY ("workspaceId", "mentionId") REFERENCES "Mention"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_workspaceId_requestedById_fkey" FOREIGN KEY ("workspaceId", "requestedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrashEntry" ADD CONSTRAINT "TrashEntry_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrashEntry" ADD CONSTRAINT "TrashEntry_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond Prisma (prisma/beyond-prisma.ts): what a value may be, kept even from a hand-written UPDATE.
ALTER TABLE "Member" ADD CONSTRAINT "Member_role_known" CHECK ("role" IN ('owner', 'manager', 'writer', 'reviewer', 'viewer'));
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_route_known" CHECK ("route" IN ('product', 'service'));
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_kind_known" CHECK ("kind" IN ('blogger', 'journalist', 'podcast', 'directory', 'roundup'));
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_guidelines_known" CHECK ("guidelines" IN ('seen', 'absent'));
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_live_key" CHECK (("deletedAt" IS NULL AND "liveOutletKey" = "outletKey") OR ("deletedAt" IS NOT NULL AND "liveOutletKey" IS NULL));
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_writesAs_known" CHECK ("writesAs" IN ('company', 'self', 'unknown'));
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_kind_known" CHECK ("kind" IN ('email', 'form', 'dm', 'spoken'));
ALTER TABLE "PageCopy" ADD CONSTRAINT "PageCopy_status_known" CHECK ("status" IN ('waiting', 'fetching', 'fetched', 'failed', 'pasted'));
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_state_known" CHECK ("state" IN ('draft', 'in-review', 'ready', 'sent', 'answered', 'closed'));
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_open_only_while_sent" CHECK ("openProspectId" IS NULL OR ("openProspectId" = "prospectId" AND "state" IN ('sent', 'answered')));
ALTER TABLE "Message" ADD CONSTRAINT "Message_direction_known" CHECK ("direction" IN ('out', 'in'));
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_state_known" CHECK ("state" IN ('due', 'sent', 'gone'));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_live_key" CHECK (("deletedAt" IS NULL AND "liveUrlKey" = "urlKey") OR ("deletedAt" IS NOT NULL AND "liveUrlKey" IS NULL));
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_kind_known" CHECK ("kind" IN ('fetched', 'saved-copy', 'person'));
ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_hash_not_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
