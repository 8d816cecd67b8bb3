-- How a person's dates are written, what each member is told by mail, and what there is to tell.
ALTER TABLE "User" ADD COLUMN "dateLanguage" TEXT;

CREATE TABLE "NotificationWish" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "NotificationWish_pkey" PRIMARY KEY ("workspaceId", "memberId")
);

CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "thingId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "NotificationRound" (
    "workspaceId" TEXT NOT NULL,
    "lookedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotificationRound_pkey" PRIMARY KEY ("workspaceId")
);

CREATE UNIQUE INDEX "Notification_workspaceId_id_key" ON "Notification"("workspaceId", "id");
CREATE UNIQUE INDEX "Notification_workspaceId_memberId_key_key" ON "Notification"("workspaceId", "memberId", "key");
CREATE INDEX "Notification_workspaceId_memberId_claimedAt_at_id_idx" ON "Notification"("workspaceId", "memberId", "claimedAt", "at", "id");
CREATE INDEX "Notification_claimedAt_way_idx" ON "Notification"("claimedAt", "way");
CREATE INDEX "Notification_at_idx" ON "Notification"("at");

ALTER TABLE "NotificationWish" ADD CONSTRAINT "NotificationWish_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NotificationWish" ADD CONSTRAINT "NotificationWish_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NotificationRound" ADD CONSTRAINT "NotificationRound_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Notification" ADD CONSTRAINT "Notification_way_known" CHECK ("way" IN ('now', 'digest'));
ALTER TABLE "NotificationWish" ADD CONSTRAINT "NotificationWish_quiet_both" CHECK (("quietFrom" IS NULL) = ("quietTo" IS NULL));
