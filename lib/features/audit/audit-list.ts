import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditAction } from '#lib/domain/audit/audit-actions.ts'
import { AUDIT_ACTORS, AUDIT_OBJECTS, type AuditObject } from '#lib/domain/audit/audit-objects.ts'
import { isLocalDate } from '#lib/domain/local-date.ts'
import { cursorFields } from '../page-cursor.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const listSchema = z.object({
  // A member's id, or a kind of actor that is none: link, token, system.
  who: first().refine(isWho).catch(''),
  // A token's id, or "any": what was done by programs.
  program: first().refine(isProgram).catch(''),
  action: first()
    .pipe(z.enum(Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]]).or(z.literal('')))
    .catch(''),
  object: first()
    .pipe(z.enum(Object.keys(AUDIT_OBJECTS) as [AuditObject, ...AuditObject[]]).or(z.literal('')))
    .catch(''),
  from: first().refine(isLocalDate).catch(''),
  to: first().refine(isLocalDate).catch(''),
  ...cursorFields,
})

/** What the log shows: all of it stands in the address. `from` and `to` are days, both included. */
export type AuditList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readAuditList(searchParams: Record<string, string | string[] | undefined>): AuditList {
  return listSchema.parse(searchParams)
}

export function auditListHref(base: string, list: Partial<AuditList>): string {
  const parameters = new URLSearchParams()
  for (const field of ['who', 'program', 'action', 'object', 'from', 'to', 'after', 'before'] as const) {
    const value = list[field]
    if (value) parameters.set(field, value)
  }
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function isWho(text: string): boolean {
  return UUID.test(text) || (text !== 'member' && AUDIT_ACTORS.some((kind) => kind === text))
}

function isProgram(text: string): boolean {
  return text === 'any' || UUID.test(text)
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
