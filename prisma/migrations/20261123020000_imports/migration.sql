-- Rows of an import where a value of ours differs from the file's; and the keys by which an import finds what lies in the trash.
ALTER TABLE "ImportRow" ADD COLUMN     "differs" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "ImportRow_workspaceId_batchId_differs_number_idx" ON "ImportRow"("workspaceId", "batchId", "differs", "number");

CREATE INDEX "Mention_workspaceId_siteId_urlKey_idx" ON "Mention"("workspaceId", "siteId", "urlKey");

CREATE INDEX "Prospect_workspaceId_outletKey_idx" ON "Prospect"("workspaceId", "outletKey");

-- Every row is written twice, read and then applied: with room on its page the second time touches no index.
ALTER TABLE "ImportRow" SET (fillfactor = 55);
