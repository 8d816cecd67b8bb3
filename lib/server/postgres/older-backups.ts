/**
 * What a migration did to rows that were there, for rows of a backup from before it. Columns with a default need nothing:
 * they are simply left out.
 */
export const CATCH_UP: readonly { migration: string; before: string[]; after: string[] }[] = [
  {
    migration: '20261122230000_link_history',
    before: ['ALTER TABLE "LinkCheck" ALTER COLUMN "number" DROP NOT NULL'],
    after: [
      'ALTER TABLE "LinkCheck" DISABLE TRIGGER "LinkCheck_written_once"',
      `UPDATE "LinkCheck" SET "number" = "counted"."number"
       FROM (SELECT "id", row_number() OVER (PARTITION BY "workspaceId", "mentionId" ORDER BY "at", "id") AS "number" FROM "LinkCheck") AS "counted"
       WHERE "LinkCheck"."id" = "counted"."id"`,
      'ALTER TABLE "LinkCheck" ENABLE TRIGGER "LinkCheck_written_once"',
      'ALTER TABLE "LinkCheck" ALTER COLUMN "number" SET NOT NULL',
      `UPDATE "Mention" SET "lookCount" = (
         SELECT count(*) FROM "LinkCheck"
         WHERE "LinkCheck"."workspaceId" = "Mention"."workspaceId" AND "LinkCheck"."mentionId" = "Mention"."id"
       )`,
    ],
  },
  {
    migration: '20261123080000_stops_as_hashes',
    before: ['ALTER TABLE "Suppression" DROP CONSTRAINT "Suppression_never_bare"'],
    after: [
      'UPDATE "Suppression" SET "withPerson" = true WHERE "contactId" IS NOT NULL AND "addressKey" IS NOT NULL',
      'ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_never_bare" CHECK ("addressKey" IS NULL AND "domain" IS NULL) NOT VALID',
    ],
  },
]
