-- CreateTable
CREATE TABLE "SiteFact" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "person" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "sourceUrl" TEXT NOT NULL DEFAULT '',
    "saidOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SiteFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestDigest" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "fromName" TEXT NOT NULL DEFAULT '',
    "fromAddress" TEXT NOT NULL DEFAULT '',
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "takenById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),

    CONSTRAINT "RequestDigest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "digestId" TEXT,
    "textHash" TEXT NOT NULL,
    "liveTextKey" TEXT,
    "text" TEXT NOT NULL,
    "outlet" TEXT NOT NULL DEFAULT '',
    "journalist" TEXT NOT NULL DEFAULT '',
    "replyTo" TEXT NOT NULL DEFAULT '',
    "topic" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "conditions" JSONB NOT NULL DEFAULT '[]',
    "deadlineWords" TEXT NOT NULL DEFAULT '',
    "deadlineAt" TIMESTAMPTZ(3),
    "deadlineZone" TEXT,
    "deadlineDoubts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "siteId" TEXT,
    "prospectId" TEXT,
    "contactId" TEXT,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "writerId" TEXT,
    "overruleReason" TEXT,
    "overruledRules" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sentAt" TIMESTAMPTZ(3),
    "sentVia" TEXT,
    "sentById" TEXT,
    "mentionId" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedReason" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestTick" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "conditionHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "factId" TEXT,
    "evidence" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RequestTick_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SiteFact_workspaceId_siteId_deletedAt_kind_title_idx" ON "SiteFact"("workspaceId", "siteId", "deletedAt", "kind", "title");

-- CreateIndex
CREATE INDEX "SiteFact_workspaceId_deletedAt_idx" ON "SiteFact"("workspaceId", "deletedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SiteFact_workspaceId_id_key" ON "SiteFact"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "RequestDigest_workspaceId_createdAt_id_idx" ON "RequestDigest"("workspaceId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "RequestDigest_createdAt_idx" ON "RequestDigest"("createdAt");

-- CreateIndex
CREATE INDEX "RequestDigest_workspaceId_takenById_idx" ON "RequestDigest"("workspaceId", "takenById");

-- CreateIndex
CREATE UNIQUE INDEX "RequestDigest_workspaceId_id_key" ON "RequestDigest"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RequestDigest_workspaceId_textHash_key" ON "RequestDigest"("workspaceId", "textHash");

-- CreateIndex
CREATE INDEX "Request_workspaceId_deletedAt_state_deadlineAt_id_idx" ON "Request"("workspaceId", "deletedAt", "state", "deadlineAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_deletedAt_state_sentAt_id_idx" ON "Request"("workspaceId", "deletedAt", "state", "sentAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_deletedAt_sentAt_id_idx" ON "Request"("workspaceId", "deletedAt", "sentAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_deletedAt_createdAt_id_idx" ON "Request"("workspaceId", "deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_deletedAt_state_createdAt_id_idx" ON "Request"("workspaceId", "deletedAt", "state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_siteId_deletedAt_state_deadlineAt_id_idx" ON "Request"("workspaceId", "siteId", "deletedAt", "state", "deadlineAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_siteId_deletedAt_createdAt_id_idx" ON "Request"("workspaceId", "siteId", "deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Request_workspaceId_digestId_idx" ON "Request"("workspaceId", "digestId");

-- CreateIndex
CREATE INDEX "Request_workspaceId_prospectId_deletedAt_createdAt_idx" ON "Request"("workspaceId", "prospectId", "deletedAt", "createdAt");

-- CreateIndex
CREATE INDEX "Request_workspaceId_contactId_idx" ON "Request"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Request_workspaceId_mentionId_idx" ON "Request"("workspaceId", "mentionId");

-- CreateIndex
CREATE INDEX "Request_workspaceId_writerId_idx" ON "Request"("workspaceId", "writerId");

-- CreateIndex
CREATE INDEX "Request_workspaceId_sentById_idx" ON "Request"("workspaceId", "sentById");

-- CreateIndex
CREATE INDEX "Request_searchText_idx" ON "Request" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Request_workspaceId_id_key" ON "Request"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Request_workspaceId_liveTextKey_key" ON "Request"("workspaceId", "liveTextKey");

-- CreateIndex
CREATE INDEX "RequestTick_workspaceId_factId_idx" ON "RequestTick"("workspaceId", "factId");

-- CreateIndex
CREATE INDEX "RequestTick_workspaceId_byId_idx" ON "RequestTick"("workspaceId", "byId");

-- CreateIndex
CREATE UNIQUE INDEX "RequestTick_workspaceId_id_key" ON "RequestTick"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RequestTick_workspaceId_requestId_conditionHash_key" ON "RequestTick"("workspaceId", "requestId", "conditionHash");

-- AddForeignKey
ALTER TABLE "SiteFact" ADD CONSTRAINT "SiteFact_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteFact" ADD CONSTRAINT "SiteFact_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestDigest" ADD CONSTRAINT "RequestDigest_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestDigest" ADD CONSTRAINT "RequestDigest_workspaceId_takenById_fkey" FOREIGN KEY ("workspaceId", "takenById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_digestId_fkey" FOREIGN KEY ("workspaceId", "digestId") REFERENCES "RequestDigest"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_writerId_fkey" FOREIGN KEY ("workspaceId", "writerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_sentById_fkey" FOREIGN KEY ("workspaceId", "sentById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_workspaceId_mentionId_fkey" FOREIGN KEY ("workspaceId", "mentionId") REFERENCES "Mention"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestTick" ADD CONSTRAINT "RequestTick_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestTick" ADD CONSTRAINT "RequestTick_workspaceId_requestId_fkey" FOREIGN KEY ("workspaceId", "requestId") REFERENCES "Request"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestTick" ADD CONSTRAINT "RequestTick_workspaceId_factId_fkey" FOREIGN KEY ("workspaceId", "factId") REFERENCES "SiteFact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestTick" ADD CONSTRAINT "RequestTick_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the app never writes, nobody else does either.
ALTER TABLE "SiteFact" ADD CONSTRAINT "SiteFact_kind_known" CHECK ("kind" IN ('bio-short', 'bio-medium', 'bio-long', 'product', 'proof', 'topic', 'quote'));
ALTER TABLE "Request" ADD CONSTRAINT "Request_state_known" CHECK ("state" IN ('open', 'answered', 'closed'));
ALTER TABLE "Request" ADD CONSTRAINT "Request_closed_with_a_reason" CHECK (("state" = 'closed') = ("closedReason" IS NOT NULL));
ALTER TABLE "Request" ADD CONSTRAINT "Request_closedReason_known" CHECK ("closedReason" IN ('let-be', 'too-late', 'not-used', 'quoted'));
ALTER TABLE "Request" ADD CONSTRAINT "Request_sent_by_somebody" CHECK (("sentAt" IS NULL) = ("sentById" IS NULL) AND ("sentAt" IS NULL) = ("sentVia" IS NULL));
ALTER TABLE "Request" ADD CONSTRAINT "Request_live_key" CHECK (("deletedAt" IS NULL) = ("liveTextKey" IS NOT NULL));
ALTER TABLE "RequestTick" ADD CONSTRAINT "RequestTick_answer_known" CHECK ("answer" IN ('met', 'unmet'));
