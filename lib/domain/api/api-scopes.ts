import { type Action, can, type Role, type RoleGrants } from '../roles.ts'

/** What a token may read, noun by noun, and what somebody's role needs for it. */
const READS = {
  sites: { label: 'Sites', action: 'sites.read' },
  campaigns: { label: 'Campaigns', action: 'campaigns.read' },
  prospects: { label: 'Prospects', action: 'prospects.read' },
  contacts: { label: 'Contacts and their addresses', action: 'prospects.read' },
  touches: { label: 'Touches', action: 'prospects.read' },
  promises: { label: 'Promises', action: 'prospects.read' },
  'reading-notes': { label: 'Reading notes', action: 'prospects.read' },
  pitches: { label: 'Pitches and messages', action: 'pitches.read' },
  mentions: { label: 'Mentions and looks', action: 'mentions.read' },
  samples: { label: 'Samples', action: 'samples.read' },
  requests: { label: 'Requests', action: 'requests.read' },
  contributions: { label: 'Contributions', action: 'contributions.read' },
  insights: { label: 'Insights', action: 'insights.read' },
  reports: { label: 'Approved reports', action: 'customer-reports.read' },
  stops: { label: 'Who is not written to', action: 'prospects.read' },
  today: { label: 'What is due', action: 'today.read' },
  numbers: { label: 'Numbers', action: 'mentions.read' },
} as const satisfies Record<string, { label: string; action: Action }>

/** The only things a program may write. Pitches, messages, reading notes and quotes are a person's. */
const WRITES = {
  prospects: 'prospects.write',
  contacts: 'contacts.write',
  touches: 'touches.write',
  mentions: 'mentions.write',
  samples: 'samples.write',
  requests: 'requests.write',
} as const satisfies Partial<Record<keyof typeof READS, Action>>

export type ApiNoun = keyof typeof READS
export type ApiScope = `${ApiNoun}:read` | `${keyof typeof WRITES}:write`

export const API_NOUNS = Object.keys(READS) as ApiNoun[]

/** The closed list: what can be chosen for a token. */
export const API_SCOPES: readonly ApiScope[] = API_NOUNS.flatMap((noun): ApiScope[] =>
  noun in WRITES ? [`${noun}:read`, `${noun as keyof typeof WRITES}:write`] : [`${noun}:read`],
)

export function isApiScope(text: string): text is ApiScope {
  return (API_SCOPES as readonly string[]).includes(text)
}

/** What a role needs at the moment a scope is used. */
export function actionOf(scope: ApiScope): Action {
  const [noun, way] = scope.split(':') as [ApiNoun, 'read' | 'write']
  return way === 'read' ? READS[noun].action : WRITES[noun as keyof typeof WRITES]
}

/** "Prospects: read", as a person chooses it. */
export function scopeLabel(scope: ApiScope): string {
  const [noun, way] = scope.split(':') as [ApiNoun, 'read' | 'write']
  return way === 'read' ? READS[noun].label : `${READS[noun].label}: read and write`
}

/** The scopes that are of any use in this role: nobody is offered more than they may do. */
export function scopesFor(role: Role, grants: RoleGrants = {}): ApiScope[] {
  return API_SCOPES.filter((scope) => can(role, actionOf(scope), grants))
}

/** Whoever may write a noun may read it: an answer to a change shows the thing. */
export function allowsScope(held: readonly string[], needed: ApiScope): boolean {
  return held.includes(needed) || held.includes(needed.replace(/:read$/, ':write'))
}

export type ScopeRow = { noun: ApiNoun; label: string; read: ApiScope; write: ApiScope | null }

/** The same, a line for each noun: reading it, and writing it where that is among them too. */
export function scopeRows(scopes: readonly ApiScope[]): ScopeRow[] {
  const nouns = API_NOUNS.filter((noun) => scopes.some((scope) => scope.startsWith(`${noun}:`)))
  return nouns.map((noun) => ({
    ...{ noun, label: READS[noun].label, read: `${noun}:read` },
    write: scopes.find((scope) => scope === `${noun}:write`) ?? null,
  }))
}
