-- That a key was used outlives its answer: what was said may name somebody who is erased, and so may the key itself.
ALTER TABLE "ApiAnswer" ADD COLUMN "doubtAt" TIMESTAMPTZ(3);
ALTER TABLE "ApiAnswer" ADD COLUMN "forgottenAt" TIMESTAMPTZ(3);

UPDATE "ApiAnswer" SET "key" = encode(sha256(convert_to("key", 'UTF8')), 'hex');
