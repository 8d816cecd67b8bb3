import type { TextFingerprint } from '#lib/domain/pitch-gate/text-fingerprint.ts'
import type { Database, Transaction } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

type Reader = Database | Transaction
type House = { workspaceId: string }

/** A pitch whose text may be alike: `bound` is the most that its share with the asked text can be. */
export type MaybeAlike = { pitchId: string; bound: number; grams: number[] }

/**
 * Pitches that may share at least `share` of the shorter text with this one, by the bits alone, those that may share
 * most first. None that does is left out: a bit stands for at least one hash, and `spare` for those that share one.
 */
export async function pitchesMaybeAlike(
  db: Reader,
  house: House,
  text: TextFingerprint,
  { except, share, skip, take }: { except: string; share: number; skip: number; take: number },
): Promise<MaybeAlike[]> {
  const rows = await workspaceSql<Omit<MaybeAlike, 'grams'> & { grams: string }>(db, house)`
    SELECT a."pitchId", a."bound", a."grams"
      FROM rapport_pitches_alike(${WORKSPACE}, ${`x${text.bits}`}::text::bit(1024), ${text.grams.length}::int,
             ${text.spare}::int, ${except}, ${share}::float8, ${skip}::bigint, ${take}::bigint) a`
  return rows.map((row) => ({ ...row, grams: row.grams.split(' ').map(Number) }))
}

export type ReadText = { pitchId: string; version: number } & TextFingerprint

/** Keeps what was read of texts, of those that have not changed since. @returns how many were kept */
export async function keepShingles(db: Reader, house: House, texts: readonly ReadText[]): Promise<number> {
  const list = <Value>(of: (text: ReadText) => Value) => texts.map(of)
  const kept = await workspaceSql<{ pitchId: string }>(db, house)`
    UPDATE "PitchShingles" s
       SET "size" = n."size", "spare" = n."spare", "bits" = n."bits"::bit(1024), "grams" = n."grams"::int[]
      FROM unnest(${list((text) => text.pitchId)}::text[], ${list((text) => text.version)}::int[],
                  ${list((text) => text.grams.length)}::int[], ${list((text) => text.spare)}::int[],
                  ${list((text) => `x${text.bits}`)}::text[], ${list((text) => `{${text.grams.join(',')}}`)}::text[])
           AS n("pitchId", "version", "size", "spare", "bits", "grams")
     WHERE s."workspaceId" = ${WORKSPACE} AND s."pitchId" = n."pitchId"
       AND s."version" = n."version" AND s."size" IS NULL
    RETURNING s."pitchId"`
  return kept.length
}
