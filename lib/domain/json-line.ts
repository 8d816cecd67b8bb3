import { z } from 'zod'

/** What tells one line from another, as whoever sends it numbers or names them. */
export const LINE_ID = z.union([z.string(), z.number()])

/** ISO 8601; without a zone it counts as UTC. */
export const LINE_MOMENT = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d.*)?$/, 'not a date like 2026-03-10T09:00:00Z')
  .transform(
    (value) =>
      new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes('T') ? value : `${value}Z`),
  )
  .refine((value) => !Number.isNaN(value.getTime()), 'not a date like 2026-03-10T09:00:00Z')

export type LineId = z.output<typeof LINE_ID>
export type LineError = { id: LineId | null; error: string }

/**
 * One line of a command that takes JSON lines, as its contract has it, or what is wrong with it, with its id where that can be
 * read. Never throws.
 *
 * @param noun what a line should have been: "mail", "pitch"
 */
export function readJsonLine<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  noun: string,
): { ok: true; line: z.output<Schema> } | { ok: false; answer: LineError } {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { ok: false, answer: { id: null, error: 'This line is not JSON.' } }
  }
  const parsed = schema.safeParse(read)
  if (parsed.success) return { ok: true, line: parsed.data }
  return { ok: false, answer: { id: idOf(read), error: whatIsWrong(parsed.error, noun) } }
}

function idOf(read: unknown): LineId | null {
  const parsed = z.object({ id: LINE_ID }).safeParse(read)
  return parsed.success ? parsed.data.id : null
}

function whatIsWrong(error: z.ZodError, noun: string): string {
  const issue = error.issues[0]
  const where = issue?.path.join('.')
  return where ? `"${where}": ${issue?.message}` : `This line is no ${noun}: it has to be one JSON object.`
}
