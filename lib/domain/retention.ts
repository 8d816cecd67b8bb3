/** What may be let go after a time. Days, or null where a rule is off. */
export const RETENTION_RULES = ['importFiles', 'feedPosts', 'closedPitches', 'quietContacts'] as const
export type RetentionRule = (typeof RETENTION_RULES)[number]
export type Retention = Record<RetentionRule, number | null>

/** Short enough to be a choice, long enough that nothing of last week goes. */
export const RETENTION_MIN_DAYS = 30
export const RETENTION_MAX_DAYS = 36_500

type RuleWords = {
  label: string
  /** What goes, and what stays. */
  meaning: string
  /** In days; null: off until an owner switches it on. */
  byItself: number | null
  /** "3 contacts". */
  counted: (count: number) => string
}

export const RETENTION_TABLE: Readonly<Record<RetentionRule, RuleWords>> = {
  importFiles: {
    label: 'Files of imports',
    meaning:
      'The file and its rows go; what the import brought stays. It cannot be taken back in one click after that.',
    byItself: 90,
    counted: (count) => plural(count, 'import', 'imports'),
  },
  feedPosts: {
    label: 'Posts on the reading list',
    meaning: 'Their text and author go; the title and address stay, so that no old post comes up as new.',
    byItself: 180,
    counted: (count) => plural(count, 'post', 'posts'),
  },
  closedPitches: {
    label: 'Letters of closed pitches',
    meaning: 'The words of the pitch and its messages go; when it was sent and how it ended stay.',
    byItself: null,
    counted: (count) => plural(count, 'pitch', 'pitches'),
  },
  quietContacts: {
    label: 'Contacts nobody ever wrote to',
    meaning:
      'Contacts without a letter, a touch or an origin, that nobody changed in that time, go for good. A stop stays, as a hash.',
    byItself: null,
    counted: (count) => plural(count, 'contact', 'contacts'),
  },
}

/** The rules as a workspace keeps them. What was never set, or makes no sense, is as it is by itself. */
export function retentionOf(stored: unknown): Retention {
  const kept = (stored !== null && typeof stored === 'object' ? stored : {}) as Record<string, unknown>
  return Object.fromEntries(
    RETENTION_RULES.map((rule) => [
      rule,
      rule in kept ? held(kept[rule], rule) : RETENTION_TABLE[rule].byItself,
    ]),
  ) as Retention
}

/** What is older than this goes. */
export function retentionCutoff(days: number, now: Date): Date {
  return new Date(now.getTime() - days * 86_400_000)
}

function held(value: unknown, rule: RetentionRule): number | null {
  if (value === null) return null
  const isSane =
    Number.isInteger(value) && Number(value) >= RETENTION_MIN_DAYS && Number(value) <= RETENTION_MAX_DAYS
  return isSane ? Number(value) : RETENTION_TABLE[rule].byItself
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`
}
