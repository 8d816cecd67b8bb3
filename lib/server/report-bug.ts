import { randomBytes } from 'node:crypto'

/** Logs one of our own bugs once, as one line of JSON, and gives the id that the person sees. */
export function reportBug(error: unknown, where: string): string {
  const id = randomBytes(4).toString('hex')
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  console.error(
    JSON.stringify({ level: 'error', id, where, name, message, stack, at: new Date().toISOString() }),
  )
  return id
}
