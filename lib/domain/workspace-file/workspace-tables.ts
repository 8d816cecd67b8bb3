import { BLOCK_TABLES } from './block-tables.ts'
import { BOOK_TABLES, OUTLET_TABLES } from './book-tables.ts'
import { HOUSE_TABLES, IMPORT_TABLES, RECORD_TABLES } from './house-tables.ts'
import { MENTION_TABLES } from './mention-tables.ts'
import { PITCH_TABLES } from './pitch-tables.ts'
import { REPORT_TABLES } from './report-tables.ts'
import { REQUEST_TABLES } from './request-tables.ts'
import { SAMPLE_TABLES } from './sample-tables.ts'
import { WORK_TABLES } from './work-tables.ts'
import type { WorkspaceTable } from './workspace-table.ts'

/** Raised whenever a table or a column of the file changes its meaning; a new column alone says `sinceThen`. */
export const SCHEMA_VERSION = 1

/** Every table that travels, each after those it refers to. A test holds the list against schema.prisma. */
export const WORKSPACE_TABLES: readonly WorkspaceTable[] = [
  ...HOUSE_TABLES,
  ...BOOK_TABLES,
  ...IMPORT_TABLES,
  ...OUTLET_TABLES,
  ...BLOCK_TABLES,
  ...PITCH_TABLES,
  ...SAMPLE_TABLES,
  ...MENTION_TABLES,
  ...REQUEST_TABLES,
  ...WORK_TABLES,
  ...REPORT_TABLES,
  ...RECORD_TABLES,
]

/** Tables that stay at home, each with the reason. */
export const STAYING_TABLES: Readonly<Record<string, string>> = {
  User: 'Accounts and passwords belong to the installation',
  MemberSite: 'What a viewer may see is access, which is given anew',
  InstallationKey: 'What this installation signs with: another one has its own',
  AuditEvent:
    'Who did what in this installation: elsewhere nobody could vouch for it, and nothing is to be added to a log',
  SecretLink: 'A secret link that travelled would open two doors',
  ApiToken: 'A token that travelled would open two doors',
  ApiAnswer: 'What a program was answered here within the last day',
  Webhook: 'Its secret is sealed with a key of this installation, and its receiver knows this one',
  WebhookDelivery: 'What was told from this installation',
  PressPage: 'What is open to everybody, and where, is said anew by whoever opens it',
  Mailbox: 'Its password is closed with a key of this installation: a mailbox is connected anew',
  PutOff: 'What somebody wanted out of sight for some days, here',
  MorningMail: 'That somebody wants a mail from this installation',
  NotificationWish: 'What somebody wants to be told by this installation',
  Notification: 'What this installation told somebody, or is about to',
  NotificationRound: 'Up to when this installation went through what there is to tell',
  CalendarFeed: 'What a calendar was last told by this installation',
  MailFolder: 'How far a mailbox of this installation was read; elsewhere it is read anew',
  IncomingMail:
    'What was made of a mail travels as messages; doubtful ones are their mailbox owner’s alone, and are found again there',
  OutgoingMail:
    'What waits to go out of a mailbox, and how it went: mailboxes stay, and what went out is among the messages',
  Throttle: 'It slows down whoever tries passwords here',
  WorkerBeat: 'A sign of life of this installation',
  LookHour: 'What this installation asked of other people’s servers',
  HostRest: 'What other people’s servers asked of this installation',
  SavedPage: 'Pages of the demo hosts, the same everywhere',
  Blob: 'Files that were brought in or made here',
  BlobChunk: 'Pieces of those files',
  ImportRow: 'What undoing an import needs, tied to the file and the moment it was read',
  ProspectSearch: 'What is searched is written by triggers, from the rows themselves',
  PitchShingles: 'What near copies are found by, read anew from the pitches themselves',
  ProspectValue: 'What is filtered by is written by triggers, from the prospects themselves',
  ManyChange: 'That many were changed at once here, for its undo',
  ManyChangeRow: 'What they were before, for that undo',
  DuplicatePair: 'Found anew by the next search for doubles',
  DuplicateSearch: 'That doubles were searched for here, and when',
  WorkspaceExport: 'That a file like this was made',
}
