-- What a member put off, the mail in the morning, and what a calendar feed last said.
CREATE TABLE "PutOff" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PutOff_pkey" PRIMARY KEY ("workspaceId", "memberId", "kind", "itemId")
);

CREATE TABLE "MorningMail" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "wantedSince" TIMESTAMPTZ(3),
    "claimedOn" DATE,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "MorningMail_pkey" PRIMARY KEY ("workspaceId", "memberId")
);

CREATE TABLE "CalendarFeed" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("workspaceId", "memberId")
);

CREATE INDEX "PutOff_workspaceId_memberId_until_idx" ON "PutOff"("workspaceId", "memberId", "until");
CREATE INDEX "MorningMail_wantedSince_idx" ON "MorningMail"("wantedSince");

ALTER TABLE "PutOff" ADD CONSTRAINT "PutOff_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PutOff" ADD CONSTRAINT "PutOff_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MorningMail" ADD CONSTRAINT "MorningMail_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MorningMail" ADD CONSTRAINT "MorningMail_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PutOff" ADD CONSTRAINT "PutOff_how_known" CHECK ("how" IN ('done', 'later'));

-- Prisma does not know these; see prisma/beyond-prisma.ts. Each holds what one list of Today shows, in its order: letters of a
-- writer that are out, and pages one may still ask about.
CREATE INDEX "Pitch_out" ON "Pitch" ("workspaceId", "writerId", "lastMessageAt", "id")
  WHERE "deletedAt" IS NULL AND "state" = 'sent';
CREATE INDEX "Mention_open_to_ask" ON "Mention" ("workspaceId", "publishedOn", "id")
  WHERE "deletedAt" IS NULL AND "askState" = 'none' AND "outcome" = 'mentioned-unlinked';
