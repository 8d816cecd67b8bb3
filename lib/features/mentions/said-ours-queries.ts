import { NOT_THANKED_PROVENANCE } from '#lib/domain/thanks.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'

/**
 * Of mentions `m`: those somebody stands for. A page that a feed found is nobody's before a person said that it is about the
 * Site, and counts nowhere. The same in code: isOpenCandidate.
 */
export const SAID_OURS = Prisma.sql`NOT (m."foundBy" = 'feed' AND m."reviewSince" <= m."createdAt" AND m."reviewSince" IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM "OutcomeDecision" d WHERE d."workspaceId" = m."workspaceId" AND d."mentionId" = m."id"))`

/** Of mentions `m`: those nobody paid for. What was bought elsewhere is kept for the record, and counted with nothing else. */
export const NOT_BOUGHT = Prisma.sql`m."provenance" <> ${NOT_THANKED_PROVENANCE}`
