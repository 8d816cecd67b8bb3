import { type Action, can, type Role, type RoleGrants } from './roles.ts'

export const SETTINGS_GROUPS = [
  'You',
  'People',
  'This workspace',
  'Letters and mail',
  'What is kept',
  'Other programs',
  'The way out',
] as const
export type SettingsGroup = (typeof SETTINGS_GROUPS)[number]

export type SettingsPlace = {
  label: string
  /** Behind /w/<workspace>, or from the root where `isOutside`. */
  path: string
  isOutside?: true
  group: SettingsGroup
  /** One line: what is found there. */
  about: string
  /** What people look for when they mean this. */
  words: string
  /** null: everybody who is here. */
  needs: Action | null
}

/** Every place where something about the house is set or seen. A test holds it against the pages there are. */
export const SETTINGS_PLACES: readonly SettingsPlace[] = [
  {
    label: 'Your account',
    path: '/account',
    isOutside: true,
    group: 'You',
    about: 'Your name, your time zone, the address and password you sign in with, and deleting the account.',
    words:
      'profile e-mail email password change sign out log out time zone timezone clock language delete account photo',
    needs: null,
  },
  {
    label: 'Notifications',
    path: '/settings/notifications',
    group: 'You',
    about: 'What you are told of, and where.',
    words: 'notify alerts e-mails emails messages mute quiet bell',
    needs: null,
  },
  {
    label: 'Calendar and morning mail',
    path: '/settings/today',
    group: 'You',
    about: 'Today in your own calendar, and as a mail in the morning.',
    words: 'ical ics calendar feed subscribe google outlook digest daily email reminder',
    needs: 'today.read',
  },
  {
    label: 'Members',
    path: '/settings/members',
    group: 'People',
    about: 'Who works here and in which role. Invite somebody, change a role, hand the workspace over.',
    words:
      'users team invite colleague role permission owner transfer ownership remove user viewer customer access reset password',
    needs: 'members.manage',
  },
  {
    label: 'A second pair of eyes',
    path: '/settings/review',
    group: 'People',
    about: 'Whose letters somebody else reads before they go, and who may do that.',
    words: 'review approval approve second eyes writers reviewer read first four eyes check',
    needs: 'workspace.settings',
  },
  {
    label: 'Leave this workspace',
    path: '/settings/leave',
    group: 'People',
    about: 'You go, your work stays. Somebody takes over what is unfinished.',
    words: 'quit exit leave remove me',
    needs: null,
  },
  {
    label: 'Name and address',
    path: '/settings/workspace',
    group: 'This workspace',
    about: 'What this workspace is called, and the postal address some countries ask for.',
    words: 'rename title company postal address street imprint can-spam footer signature general',
    needs: 'workspace.settings',
  },
  {
    label: 'Sites',
    path: '/sites',
    group: 'This workspace',
    about: 'What links are earned for: domains, brand names, facts and press pages.',
    words: 'domain brand customer client website project press page facts',
    needs: 'sites.read',
  },
  {
    label: 'Your own fields',
    path: '/settings/fields',
    group: 'This workspace',
    about: 'What you note of outlets and people besides.',
    words: 'custom fields columns properties attributes',
    needs: 'workspace.settings',
  },
  {
    label: 'Tags',
    path: '/settings/tags',
    group: 'This workspace',
    about: 'Rename, merge and remove tags.',
    words: 'labels categories groups colour color',
    needs: 'workspace.settings',
  },
  {
    label: 'Logo on reports',
    path: '/settings/logo',
    group: 'This workspace',
    about: 'What stands over reports for customers.',
    words: 'brand branding picture image white label letterhead',
    needs: 'workspace.settings',
  },
  {
    label: 'Mailboxes',
    path: '/settings/mailboxes',
    group: 'Letters and mail',
    about: 'The mailboxes your letters go out of and answers come into.',
    words: 'smtp imap gmail outlook email account connect sender from address alias daily cap signature',
    needs: 'pitches.send',
  },
  {
    label: 'Building blocks',
    path: '/settings/blocks',
    group: 'Letters and mail',
    about: 'Sentences you use again: who you are, your signature, a way to say no.',
    words: 'templates snippets signature footer canned text',
    needs: 'pitches.read',
  },
  {
    label: 'Limits',
    path: '/settings/limits',
    group: 'Letters and mail',
    about: 'How many letters, follow-ups and words, what holds now, and who set it.',
    words:
      'daily cap maximum quota follow-ups followups cooling off length words per day sending limit throttle',
    needs: 'pitches.read',
  },
  {
    label: 'How long things are kept',
    path: '/settings/retention',
    group: 'What is kept',
    about: 'Letters, pages, files, the trash, the log: how long each stays, and what you may change.',
    words: 'retention storage keep delete old data raw pages evidence days expire archive gdpr',
    needs: 'exports.run',
  },
  {
    label: 'Privacy',
    path: '/settings/privacy',
    group: 'What is kept',
    about: 'What is let go after a time, what was erased, and how to erase a person.',
    words:
      'gdpr dsgvo erase forget person data protection right to be forgotten delete contact retention consent',
    needs: 'exports.run',
  },
  {
    label: 'Audit log',
    path: '/settings/audit',
    group: 'What is kept',
    about: 'Who signed in, changed a role, took data out, shared or overruled something.',
    words: 'history activity who did what security log events compliance',
    needs: 'audit.read',
  },
  {
    label: 'Trash',
    path: '/trash',
    group: 'What is kept',
    about: 'What was deleted in the last 30 days, and can be put back.',
    words: 'bin deleted restore undo recover',
    needs: 'trash.read',
  },
  {
    label: 'Take it all with you',
    path: '/settings/export',
    group: 'What is kept',
    about: 'The whole workspace as one file.',
    words: 'export backup download zip copy data portability move gdpr',
    needs: 'workspace.export',
  },
  {
    label: 'Bring a workspace in',
    path: '/settings/import',
    group: 'What is kept',
    about: 'A whole workspace from elsewhere, into an empty one.',
    words: 'import restore migrate upload zip move',
    needs: 'workspace.import',
  },
  {
    label: 'Imports',
    path: '/imports',
    group: 'What is kept',
    about: 'Lists from other programs: outlets, people, mentions.',
    words: 'csv excel spreadsheet upload migrate buzzstream pitchbox ahrefs',
    needs: 'imports.run',
  },
  {
    label: 'Tokens',
    path: '/settings/tokens',
    group: 'Other programs',
    about: 'Let your own scripts and sheets read and write here.',
    words: 'api key keys token secret rest integration zapier automation mcp assistant webhook developer',
    needs: 'tokens.make',
  },
  {
    label: 'Webhooks',
    path: '/settings/webhooks',
    group: 'Other programs',
    about: 'Tell your own programs when something happens. Try them, and read what was delivered.',
    words: 'webhook callback events push endpoint secret slack zapier automation integration deliveries',
    needs: 'webhooks.manage',
  },
  {
    label: 'What programs may ask',
    path: '/settings/tokens/reference',
    group: 'Other programs',
    about: 'The reference: every address, field and answer.',
    words: 'api documentation docs openapi swagger endpoints developer',
    needs: 'tokens.make',
  },
  {
    label: 'Danger zone',
    path: '/settings/danger',
    group: 'The way out',
    about: 'Hand the workspace over, or have it deleted. For seven days that can be taken back.',
    words:
      'delete remove close workspace cancel account shut down erase everything transfer ownership hand over',
    needs: 'workspace.delete',
  },
]

/** The places this role may open. */
export function settingsPlaces(role: Role, grants: RoleGrants = {}): SettingsPlace[] {
  return SETTINGS_PLACES.filter(({ needs }) => needs === null || can(role, needs, grants))
}

/**
 * Those that hold every word of what somebody looks for, in their own words or ours; the ones whose name says it come first.
 * "keys" finds "key", and "deleting" finds "delete": an ending or two does not matter.
 */
export function searchPlaces(places: readonly SettingsPlace[], query: string): SettingsPlace[] {
  const sought = wordsOf(query)
  if (sought.length === 0) return [...places]
  const ranked = places.map((place) => ({
    place,
    byName: sought.every((word) => holds(wordsOf(place.label), word)),
    byAny: sought.every((word) => holds(wordsOf(`${place.label} ${place.about} ${place.words}`), word)),
  }))
  const found = ranked.filter(({ byName, byAny }) => byName || byAny)
  return [...found.filter(({ byName }) => byName), ...found.filter(({ byName }) => !byName)].map(
    ({ place }) => place,
  )
}

const SHORTEST_STEM = 4

/** A word is found by its beginning, and so is one that shares all but its ending. */
function holds(words: readonly string[], sought: string): boolean {
  const stem = stemOf(sought)
  return words.some(
    (word) => word.startsWith(sought) || (stem.length >= SHORTEST_STEM && word.startsWith(stem)),
  )
}

function stemOf(word: string): string {
  return word.replace(/(?:ing|ed|es|s|e)$/, '')
}

/** Words that say nothing of what is looked for. */
const EMPTY: ReadonlySet<string> = new Set(
  'a an and the my our your i to of for in on is how do can where what change set settings'.split(' '),
)

function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = words.filter((word) => !EMPTY.has(word))
  return telling.length > 0 ? telling : words
}
