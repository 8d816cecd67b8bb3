-- A look that came with a workspace from another installation has new ids here, and a seal over the old ones. The
-- trigger that refuses changes of looks covers every column it does not name, and so this one.
ALTER TABLE "LinkCheck" ADD COLUMN     "sealedIds" JSONB;
