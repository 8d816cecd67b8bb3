import { z } from 'zod'
import { CUSTOM_FIELD_KINDS, CUSTOM_NOUNS } from '../custom-fields.ts'
import { jsonObject } from './plain-json.ts'
import {
  flag,
  json,
  jsonOrNull,
  key,
  line,
  lines,
  looseRef,
  marked,
  oneOf,
  ownId,
  ref,
  refOrNull,
  sinceThen,
  stays,
  text,
  time,
  timeOrNull,
  whole,
  wholeOrNull,
  withIdsInside,
} from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

export const HOUSE = stays('It says whose row it is, which is the new workspace')

/** The workspace itself, and what belongs to all of it. */
export const HOUSE_TABLES = [
  {
    model: 'Workspace',
    what: 'settings',
    fields: {
      id: stays('The workspace it comes into has its own'),
      slug: stays('The address stays that of the workspace it comes into'),
      isDemo: stays('A copy of a demo is somebody’s own work'),
      name: line(),
      postalAddress: text(),
      settings: json(jsonObject()),
      rawPageDays: whole(0, 3650),
      // Opened by the server it leaves and sealed anew by the one it comes to.
      suppressionKey: sinceThen(
        {
          ...key(),
          type: 'String?',
          schema: z
            .string()
            .regex(/^[A-Za-z0-9+/]{43}=$/)
            .nullable(),
        },
        null,
      ),
      retention: json(jsonObject()),
      logoBlobId: stays('Files stay where they were brought in; the logo is chosen anew', null),
      logoType: stays('The logo is chosen anew', null),
      createdAt: time(),
      deletionDueAt: stays('What was to be deleted there is not to be deleted here', null),
      deletionAskedById: stays('What was to be deleted there is not to be deleted here', null),
    },
  },
  {
    model: 'Member',
    what: 'members, by name',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      userId: stays('Accounts belong to the installation; nobody gets in by a file'),
      name: line(),
      role: stays('Access is given anew, by inviting', 'viewer'),
      joinedAt: time(),
      leftAt: marked('Whoever came by name only is not here'),
      readFirstAt: stays('Whose letters are read first is said anew, where people are invited'),
    },
  },
  {
    model: 'Tag',
    what: 'tags',
    fields: { id: ownId(), workspaceId: HOUSE, name: line(), nameKey: key(), createdAt: time() },
    unique: [['nameKey']],
  },
  {
    model: 'CustomField',
    what: 'fields of your own',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      noun: oneOf(CUSTOM_NOUNS),
      key: key(200),
      label: line(),
      kind: oneOf(CUSTOM_FIELD_KINDS),
      choices: lines(),
      position: whole(-2_147_483_648),
      createdAt: time(),
      deletedAt: timeOrNull(),
    },
    unique: [['noun', 'key']],
  },
] as const satisfies WorkspaceTable[]

/** After everything they speak of. */
export const RECORD_TABLES = [
  {
    model: 'SavedView',
    what: 'saved views',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      ownerId: ref('Member'),
      name: line(),
      query: withIdsInside(text(8_000)),
      isShared: flag(),
      createdAt: time(),
      updatedAt: time(),
    },
    unique: [['ownerId', 'name']],
  },
  {
    model: 'Erasure',
    what: 'records of erasures',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      why: oneOf(['asked', 'retention']),
      counts: json(jsonObject()),
      at: time(),
      byId: ref('Member'),
    },
  },
  {
    model: 'TrashEntry',
    what: 'things in the trash',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      kind: line(40),
      itemId: looseRef('anything'),
      label: text(),
      withIt: text(),
      at: time(),
      byId: ref('Member'),
      purgeAt: time(),
    },
  },
] as const satisfies WorkspaceTable[]

/** The history of files that were brought in. Their rows stay where they were read, so none can be taken back here. */
export const IMPORT_TABLES = [
  {
    model: 'ImportBatch',
    what: 'imports, as history',
    only: { kind: 'rows', state: { in: ['applying', 'applied', 'undoing', 'undone'] } },
    leaving: (row) => ({ ...row, state: String(row.state).startsWith('und') ? 'undone' : 'applied' }),
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      blobId: stays('The files that were brought in stay where they were read', null),
      fileName: line(1_000),
      kind: oneOf(['rows']),
      state: oneOf(['applied', 'undone']),
      format: { ...line(), type: 'String?', schema: line().schema.nullable() },
      encoding: { ...line(), type: 'String?', schema: line().schema.nullable() },
      mapping: jsonOrNull(),
      options: withIdsInside(json(jsonObject())),
      siteId: refOrNull('Site'),
      facts: stays('What the reader saw in a file that is not here'),
      counts: json(jsonObject()),
      place: stays('Where an import goes on; one that is under way is not carried'),
      total: wholeOrNull(),
      done: whole(),
      failure: stays('Imports that failed are not carried'),
      byId: ref('Member'),
      createdAt: time(),
      previewedAt: timeOrNull(),
      appliedAt: timeOrNull(),
      undoneAt: timeOrNull(),
    },
  },
] as const satisfies WorkspaceTable[]
