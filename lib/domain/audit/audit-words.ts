import { ROLE_LABELS, type Role } from '../roles.ts'
import { AUDIT_ACTIONS, isAuditAction } from './audit-actions.ts'
import { AUDIT_OBJECTS, type AuditActorKind, type AuditObject } from './audit-objects.ts'

/** What follows the name: "changed a role". An action of a version that is gone is called by its own name. */
export function auditActionWords(action: string): string {
  return isAuditAction(action) ? AUDIT_ACTIONS[action].words : action
}

export function auditObjectWords(kind: string): string {
  return kind in AUDIT_OBJECTS ? AUDIT_OBJECTS[kind as AuditObject].one : kind
}

/** Who did it, where it was no member. */
export const AUDIT_ACTOR_WORDS: Readonly<Record<Exclude<AuditActorKind, 'member'>, string>> = {
  link: 'Somebody with a link',
  token: 'A program with a token',
  system: 'Rapport itself',
}

/** Roles are told in their own words; ids are counted where there are several, and left to the export where there is one. */
export function auditDetailWords(details: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(details).flatMap(([field, value]) => {
    if (field.endsWith('Id') || field.endsWith('Hash')) return []
    if (field.endsWith('Ids')) return Array.isArray(value) && value.length > 0 ? [countOf(field, value)] : []
    return [`${DETAIL_LABELS[field] ?? spoken(field)}: ${valueWords(value)}`]
  })
}

const DETAIL_LABELS: Readonly<Record<string, string>> = { isOn: 'on', isOwn: 'their own', lookNumber: 'look' }

function countOf(field: string, values: readonly unknown[]): string {
  const noun = spoken(field.slice(0, -3))
  return `${values.length} ${values.length === 1 ? noun : `${noun}s`}`
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string')
    return value in ROLE_LABELS ? ROLE_LABELS[value as Role].label : spoken(value)
  return String(value)
}

/** "closedPitches" and "featured-not-named" as they are said. */
function spoken(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
}
