-- AlterTable
ALTER TABLE "Mention" ADD COLUMN     "sampleId" TEXT;

-- CreateTable
CREATE TABLE "SampleItem" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pageUrl" TEXT,
    "costMinor" INTEGER,
    "currency" TEXT NOT NULL DEFAULT '',
    "stock" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "SampleItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sample" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "contactId" TEXT,
    "campaignId" TEXT,
    "pitchId" TEXT,
    "state" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "saidOtherwise" BOOLEAN NOT NULL DEFAULT false,
    "overruleReason" TEXT,
    "carrier" TEXT NOT NULL DEFAULT '',
    "trackingNumber" TEXT NOT NULL DEFAULT '',
    "costMinor" INTEGER,
    "shippingMinor" INTEGER,
    "currency" TEXT NOT NULL DEFAULT '',
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "arrivedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3),
    "offeredById" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SampleItem_workspaceId_deletedAt_name_id_idx" ON "SampleItem"("workspaceId", "deletedAt", "name", "id");

-- CreateIndex
CREATE INDEX "SampleItem_workspaceId_siteId_idx" ON "SampleItem"("workspaceId", "siteId");

-- CreateIndex
CREATE UNIQUE INDEX "SampleItem_workspaceId_id_key" ON "SampleItem"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_deletedAt_offeredAt_id_idx" ON "Sample"("workspaceId", "deletedAt", "offeredAt", "id");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_deletedAt_state_offeredAt_id_idx" ON "Sample"("workspaceId", "deletedAt", "state", "offeredAt", "id");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_deletedAt_state_acceptedAt_id_idx" ON "Sample"("workspaceId", "deletedAt", "state", "acceptedAt", "id");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_deletedAt_state_arrivedAt_id_idx" ON "Sample"("workspaceId", "deletedAt", "state", "arrivedAt", "id");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_prospectId_offeredAt_idx" ON "Sample"("workspaceId", "prospectId", "offeredAt");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_contactId_idx" ON "Sample"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_itemId_deletedAt_offeredAt_id_idx" ON "Sample"("workspaceId", "itemId", "deletedAt", "offeredAt", "id");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_campaignId_idx" ON "Sample"("workspaceId", "campaignId");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_pitchId_idx" ON "Sample"("workspaceId", "pitchId");

-- CreateIndex
CREATE INDEX "Sample_workspaceId_offeredById_idx" ON "Sample"("workspaceId", "offeredById");

-- CreateIndex
CREATE UNIQUE INDEX "Sample_workspaceId_id_key" ON "Sample"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_sampleId_idx" ON "Mention"("workspaceId", "sampleId");

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_itemId_fkey" FOREIGN KEY ("workspaceId", "itemId") REFERENCES "SampleItem"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_campaignId_fkey" FOREIGN KEY ("workspaceId", "campaignId") REFERENCES "Campaign"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_workspaceId_offeredById_fkey" FOREIGN KEY ("workspaceId", "offeredById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_sampleId_fkey" FOREIGN KEY ("workspaceId", "sampleId") REFERENCES "Sample"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the app never writes, nobody else does either.
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_state_known" CHECK ("state" IN
  ('offered', 'accepted', 'sent', 'arrived', 'nothing-came', 'mention-came', 'declined', 'taken-back', 'came-back'));
-- What has not gone out has taken nothing off the stock.
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_counted_once_sent" CHECK (NOT "counted" OR "sentAt" IS NOT NULL);
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_cost_sane" CHECK ("costMinor" >= 0 AND "shippingMinor" >= 0);
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_cost_sane" CHECK ("costMinor" >= 0 AND ("costMinor" IS NULL OR "currency" ~ '^[A-Z]{3}$'));
