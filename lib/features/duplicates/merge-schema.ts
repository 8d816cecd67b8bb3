import { z } from 'zod'
import { MERGE_KINDS, type Side } from '#lib/domain/duplicates/merge-fields.ts'
import { choice, id } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

const CHOICE = /^choose-(.{1,80})$/s
const SIDES: readonly Side[] = ['kept', 'gone', 'both']

/** Where in the list of merges one is: all of it stands in the address. */
export const mergeListSchema = z.object(cursorFields)

const pair = { kind: choice(MERGE_KINDS), keptId: id(), goneId: id() }

/** Two rows to make one, what was seen of them, and which value stays in each field: `choose-name=gone`. */
export const mergeSchema = z
  .looseObject({ ...pair, keptSeen: z.iso.datetime(), goneSeen: z.iso.datetime() })
  .transform(({ kind, keptId, goneId, keptSeen, goneSeen, ...rest }) => {
    const choices: Record<string, Side> = {}
    for (const [name, value] of Object.entries(rest)) {
      const field = CHOICE.exec(name)?.[1]
      const side = SIDES.find((each) => each === value)
      if (field && side) choices[field] = side
    }
    return { kind, keptId, goneId, seen: { kept: new Date(keptSeen), gone: new Date(goneSeen) }, choices }
  })

export const partSchema = z.object({ mergeId: id() })

export const notSameSchema = z.object({ kind: choice(MERGE_KINDS), oneId: id(), otherId: id() })

export type MergeInput = z.output<typeof mergeSchema>
