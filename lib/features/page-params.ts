import { notFound } from 'next/navigation'
import { NotFound } from '#lib/domain/refusal.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id from the address. What cannot be one is a 404 before any query. */
export function pageId(id: string): string {
  if (!UUID.test(id)) notFound()
  return id
}

/** What a query found, or the 404 page where it threw NotFound. */
export async function found<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}

/** One value of a search parameter, as text without NUL. */
export function searchText(value: string | string[] | undefined, maxCharacters = 200): string {
  return (Array.isArray(value) ? value[0] : value)?.replaceAll('\0', '').slice(0, maxCharacters) ?? ''
}
