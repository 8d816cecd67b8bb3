-- AlterTable
ALTER TABLE "Affiliation" ADD COLUMN     "role" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "cardUid" TEXT,
ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "importBatchId" TEXT,
ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "mergedIntoId" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "LinkCheck" ADD COLUMN     "importedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Mention" ADD COLUMN     "claim" JSONB,
ADD COLUMN     "foundBy" TEXT NOT NULL DEFAULT 'person',
ADD COLUMN     "importBatchId" TEXT;

-- AlterTable
ALTER TABLE "OutcomeDecision" ADD COLUMN     "importedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PageCopy" ADD COLUMN     "linkFacts" JSONB;

-- AlterTable
ALTER TABLE "Prospect" ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "followedAt" TIMESTAMPTZ(3),
ADD COLUMN     "importBatchId" TEXT,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "mergedIntoId" TEXT,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "retention" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "suppressionKey" TEXT;

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomField" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "choices" TEXT[],
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CustomField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutletAlias" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutletAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "keptId" TEXT NOT NULL,
    "goneId" TEXT NOT NULL,
    "keptName" TEXT NOT NULL,
    "goneName" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotSame" (
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotSame_pkey" PRIMARY KEY ("workspaceId","kind","oneId","otherId")
);

-- CreateTable
CREATE TABLE "Vetting" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "evidenceUrl" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutletLook" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,

    CONSTRAINT "OutletLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blob" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "chunkSize" INTEGER NOT NULL,
    "isWhole" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "keptUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlobChunk" (
    "workspaceId" TEXT NOT NULL,
    "blobId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "BlobChunk_pkey" PRIMARY KEY ("workspaceId","blobId","number")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "blobId" TEXT,
    "fileName" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'rows',
    "state" TEXT NOT NULL,
    "format" TEXT,
    "encoding" TEXT,
    "mapping" JSONB,
    "options" JSONB NOT NULL DEFAULT '{}',
    "siteId" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "place" JSONB,
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "previewedAt" TIMESTAMPTZ(3),
    "appliedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "workspaceId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "plan" JSONB NOT NULL DEFAULT '{}',
    "words" TEXT NOT NULL DEFAULT '',
    "applied" JSONB,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("workspaceId","batchId","number")
);

-- CreateTable
CREATE TABLE "WorkspaceExport" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "blobId" TEXT,
    "fileName" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "failure" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readyAt" TIMESTAMPTZ(3),

    CONSTRAINT "WorkspaceExport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "urlKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "etag" TEXT,
    "lastModified" TEXT,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "failedInRow" INTEGER NOT NULL DEFAULT 0,
    "lastLookAt" TIMESTAMPTZ(3),
    "nextLookAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedPost" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "feedId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "guidKey" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "audioUrl" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "mentionId" TEXT,

    CONSTRAINT "FeedPost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostMark" (
    "workspaceId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostMark_pkey" PRIMARY KEY ("workspaceId","postId","memberId")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_workspaceId_id_key" ON "Tag"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_workspaceId_nameKey_key" ON "Tag"("workspaceId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "CustomField_workspaceId_id_key" ON "CustomField"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CustomField_workspaceId_noun_key_key" ON "CustomField"("workspaceId", "noun", "key");

-- CreateIndex
CREATE INDEX "SavedView_workspaceId_ownerId_idx" ON "SavedView"("workspaceId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_workspaceId_id_key" ON "SavedView"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "OutletAlias_workspaceId_prospectId_idx" ON "OutletAlias"("workspaceId", "prospectId");

-- CreateIndex
CREATE UNIQUE INDEX "OutletAlias_workspaceId_id_key" ON "OutletAlias"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OutletAlias_workspaceId_key_key" ON "OutletAlias"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Merge_workspaceId_kind_keptId_idx" ON "Merge"("workspaceId", "kind", "keptId");

-- CreateIndex
CREATE INDEX "Merge_workspaceId_kind_goneId_idx" ON "Merge"("workspaceId", "kind", "goneId");

-- CreateIndex
CREATE UNIQUE INDEX "Merge_workspaceId_id_key" ON "Merge"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Vetting_workspaceId_id_key" ON "Vetting"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Vetting_workspaceId_prospectId_question_key" ON "Vetting"("workspaceId", "prospectId", "question");

-- CreateIndex
CREATE UNIQUE INDEX "OutletLook_workspaceId_id_key" ON "OutletLook"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OutletLook_workspaceId_prospectId_key" ON "OutletLook"("workspaceId", "prospectId");

-- CreateIndex
CREATE INDEX "Blob_workspaceId_sha256_idx" ON "Blob"("workspaceId", "sha256");

-- CreateIndex
CREATE INDEX "Blob_keptUntil_idx" ON "Blob"("keptUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Blob_workspaceId_id_key" ON "Blob"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ImportBatch_workspaceId_createdAt_idx" ON "ImportBatch"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_workspaceId_id_key" ON "ImportBatch"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ImportRow_workspaceId_batchId_kind_number_idx" ON "ImportRow"("workspaceId", "batchId", "kind", "number");

-- CreateIndex
CREATE INDEX "WorkspaceExport_workspaceId_at_idx" ON "WorkspaceExport"("workspaceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "WorkspaceExport_workspaceId_id_key" ON "WorkspaceExport"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Feed_nextLookAt_idx" ON "Feed"("nextLookAt");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_workspaceId_id_key" ON "Feed"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_workspaceId_prospectId_urlKey_key" ON "Feed"("workspaceId", "prospectId", "urlKey");

-- CreateIndex
CREATE INDEX "FeedPost_workspaceId_seenAt_id_idx" ON "FeedPost"("workspaceId", "seenAt", "id");

-- CreateIndex
CREATE INDEX "FeedPost_workspaceId_prospectId_seenAt_idx" ON "FeedPost"("workspaceId", "prospectId", "seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "FeedPost_workspaceId_id_key" ON "FeedPost"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FeedPost_workspaceId_feedId_guidKey_key" ON "FeedPost"("workspaceId", "feedId", "guidKey");

-- CreateIndex
CREATE INDEX "PostMark_workspaceId_memberId_idx" ON "PostMark"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Erasure_workspaceId_at_idx" ON "Erasure"("workspaceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Erasure_workspaceId_id_key" ON "Erasure"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Contact_tags_idx" ON "Contact" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "Contact_workspaceId_cardUid_idx" ON "Contact"("workspaceId", "cardUid");

-- CreateIndex
CREATE INDEX "Contact_workspaceId_mergedIntoId_idx" ON "Contact"("workspaceId", "mergedIntoId");

-- CreateIndex
CREATE INDEX "Contact_workspaceId_importBatchId_idx" ON "Contact"("workspaceId", "importBatchId");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_importBatchId_idx" ON "Mention"("workspaceId", "importBatchId");

-- CreateIndex
CREATE INDEX "Prospect_tags_idx" ON "Prospect" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "Prospect_custom_idx" ON "Prospect" USING GIN ("custom" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_mergedIntoId_idx" ON "Prospect"("workspaceId", "mergedIntoId");

-- CreateIndex
CREATE INDEX "Prospect_workspaceId_importBatchId_idx" ON "Prospect"("workspaceId", "importBatchId");

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_workspaceId_importBatchId_fkey" FOREIGN KEY ("workspaceId", "importBatchId") REFERENCES "ImportBatch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_importBatchId_fkey" FOREIGN KEY ("workspaceId", "importBatchId") REFERENCES "ImportBatch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_importBatchId_fkey" FOREIGN KEY ("workspaceId", "importBatchId") REFERENCES "ImportBatch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomField" ADD CONSTRAINT "CustomField_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutletAlias" ADD CONSTRAINT "OutletAlias_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutletAlias" ADD CONSTRAINT "OutletAlias_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_workspaceId_undoneById_fkey" FOREIGN KEY ("workspaceId", "undoneById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotSame" ADD CONSTRAINT "NotSame_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotSame" ADD CONSTRAINT "NotSame_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vetting" ADD CONSTRAINT "Vetting_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vetting" ADD CONSTRAINT "Vetting_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vetting" ADD CONSTRAINT "Vetting_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutletLook" ADD CONSTRAINT "OutletLook_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutletLook" ADD CONSTRAINT "OutletLook_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blob" ADD CONSTRAINT "Blob_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlobChunk" ADD CONSTRAINT "BlobChunk_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlobChunk" ADD CONSTRAINT "BlobChunk_workspaceId_blobId_fkey" FOREIGN KEY ("workspaceId", "blobId") REFERENCES "Blob"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_workspaceId_blobId_fkey" FOREIGN KEY ("workspaceId", "blobId") REFERENCES "Blob"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_workspaceId_batchId_fkey" FOREIGN KEY ("workspaceId", "batchId") REFERENCES "ImportBatch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkspaceExport" ADD CONSTRAINT "WorkspaceExport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkspaceExport" ADD CONSTRAINT "WorkspaceExport_workspaceId_blobId_fkey" FOREIGN KEY ("workspaceId", "blobId") REFERENCES "Blob"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkspaceExport" ADD CONSTRAINT "WorkspaceExport_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedPost" ADD CONSTRAINT "FeedPost_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedPost" ADD CONSTRAINT "FeedPost_workspaceId_feedId_fkey" FOREIGN KEY ("workspaceId", "feedId") REFERENCES "Feed"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedPost" ADD CONSTRAINT "FeedPost_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMark" ADD CONSTRAINT "PostMark_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMark" ADD CONSTRAINT "PostMark_workspaceId_postId_fkey" FOREIGN KEY ("workspaceId", "postId") REFERENCES "FeedPost"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMark" ADD CONSTRAINT "PostMark_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What only SQL can say: see prisma/beyond-prisma.ts.
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_merged_is_gone" CHECK ("mergedIntoId" IS NULL OR "deletedAt" IS NOT NULL);
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_merged_is_gone" CHECK ("mergedIntoId" IS NULL OR "deletedAt" IS NOT NULL);
ALTER TABLE "CustomField" ADD CONSTRAINT "CustomField_noun_known" CHECK ("noun" IN ('prospect', 'contact'));
ALTER TABLE "CustomField" ADD CONSTRAINT "CustomField_kind_known" CHECK ("kind" IN ('text', 'number', 'date', 'choice', 'link'));
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_kind_known" CHECK ("kind" IN ('prospect', 'contact'));
ALTER TABLE "NotSame" ADD CONSTRAINT "NotSame_in_order" CHECK ("oneId" < "otherId");
ALTER TABLE "Vetting" ADD CONSTRAINT "Vetting_answer_known" CHECK ("answer" IN ('yes', 'no', 'unsure'));
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_state_known" CHECK ("state" IN ('uploaded', 'mapping', 'reading', 'previewed', 'applying', 'applied', 'undoing', 'undone', 'failed', 'dropped'));
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_kind_known" CHECK ("kind" IN ('new', 'changed', 'same', 'refused'));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_foundBy_known" CHECK ("foundBy" IN ('person', 'import', 'feed', 'capture'));
