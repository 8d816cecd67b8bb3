-- Tokens for programs, and the answers they got for a day.
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "siteIds" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "minuteAt" TIMESTAMPTZ(3),
    "minuteUsed" INTEGER NOT NULL DEFAULT 0,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" TEXT,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ApiAnswer" (
    "workspaceId" TEXT NOT NULL,
    "tokenId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "body" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ApiAnswer_pkey" PRIMARY KEY ("workspaceId","tokenId","key")
);

CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

CREATE INDEX "ApiToken_workspaceId_memberId_createdAt_idx" ON "ApiToken"("workspaceId", "memberId", "createdAt");

CREATE INDEX "ApiToken_workspaceId_revokedById_idx" ON "ApiToken"("workspaceId", "revokedById");

CREATE UNIQUE INDEX "ApiToken_workspaceId_id_key" ON "ApiToken"("workspaceId", "id");

CREATE INDEX "ApiAnswer_claimedAt_idx" ON "ApiAnswer"("claimedAt");

ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_revokedById_fkey" FOREIGN KEY ("workspaceId", "revokedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ApiAnswer" ADD CONSTRAINT "ApiAnswer_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ApiAnswer" ADD CONSTRAINT "ApiAnswer_workspaceId_tokenId_fkey" FOREIGN KEY ("workspaceId", "tokenId") REFERENCES "ApiToken"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_hash_not_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_revoked_by_somebody" CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL));
