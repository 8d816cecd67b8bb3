import { z } from 'zod'
import { MalformedLine } from './json-lines.ts'

export const lineId = z.union([z.string(), z.number()])

/** Reads a line by its schema. Throws MalformedLine, which says where the line is wrong. */
export function readLine<T extends z.ZodType>(schema: T, line: unknown): z.output<T> {
  const read = schema.safeParse(line)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new MalformedLine(
    issue ? `${issue.path.join('.') || 'line'}: ${issue.message}` : 'This line is not what was asked for.',
  )
}
