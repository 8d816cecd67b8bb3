ALTER TABLE "PressPage" ADD COLUMN "embedAddress" TEXT;
ALTER TABLE "PressPage" ADD COLUMN "embedSince" TIMESTAMPTZ(3);
ALTER TABLE "PressPage" ADD COLUMN "embeddedById" TEXT;
ALTER TABLE "PressPage" ADD COLUMN "embedCount" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "PressPage" ADD COLUMN "embedKinds" TEXT[] DEFAULT ARRAY['link', 'name']::TEXT[];
ALTER TABLE "PressPage" ADD COLUMN "embedWords" BOOLEAN NOT NULL DEFAULT false;

CREATE UNIQUE INDEX "PressPage_embedAddress_key" ON "PressPage"("embedAddress");

CREATE INDEX "PressPage_workspaceId_embeddedById_idx" ON "PressPage"("workspaceId", "embeddedById");

ALTER TABLE "PressPage" ADD CONSTRAINT "PressPage_workspaceId_embeddedById_fkey" FOREIGN KEY ("workspaceId", "embeddedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PressPage" ADD CONSTRAINT "PressPage_embedded_at_an_address"
  CHECK (("embedAddress" IS NULL) = ("embedSince" IS NULL) AND ("embedAddress" IS NULL) = ("embeddedById" IS NULL));
