import { CircleAlert, CircleCheck, CircleHelp, Eye, Hourglass, Trash2, Undo2 } from 'lucide'
import type { IconNode } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { IMPORT_FORMAT_TABLE, type ImportFormat } from '#lib/domain/imports/import-formats.ts'
import type { ImportState } from '#lib/features/imports/import-batch.ts'
import type { ImportCounts } from '#lib/features/imports/import-counts.ts'

type Face = { tone: Tone; icon: IconNode; word: string }

export const IMPORT_FACES: Record<ImportState, Face> = {
  uploaded: { tone: 'unknown', icon: Hourglass, word: 'Being read' },
  reading: { tone: 'unknown', icon: Hourglass, word: 'Being read' },
  mapping: { tone: 'careful', icon: CircleHelp, word: 'Has a question' },
  previewed: { tone: 'careful', icon: Eye, word: 'Ready to look at' },
  applying: { tone: 'unknown', icon: Hourglass, word: 'Being applied' },
  applied: { tone: 'good', icon: CircleCheck, word: 'Applied' },
  undoing: { tone: 'unknown', icon: Hourglass, word: 'Being taken back' },
  undone: { tone: 'neutral', icon: Undo2, word: 'Taken back' },
  failed: { tone: 'careful', icon: CircleAlert, word: 'Could not be read' },
  dropped: { tone: 'neutral', icon: Trash2, word: 'Dropped' },
}

export const UPLOAD_PROBLEM_WORDS: Record<string, { message: string; remedy: string }> = {
  'no-file': { message: 'Please choose a file first.', remedy: '' },
  'broke-off': { message: 'The file did not arrive whole.', remedy: 'Try again. Nothing was kept of it.' },
  'too-large': {
    message: 'This file is larger than 100 MB, the most that can be taken at once.',
    remedy: 'Part it into several files and bring them in one after the other.',
  },
}

/** The form of a preview: what is ticked in the rows below goes with it. */
export const APPLY_FORM = 'apply-import'

const FIELD_WORDS: Record<string, string> = {
  'prospect.name': 'Outlet: name',
  'prospect.kind': 'Outlet: kind',
  'prospect.note': 'Outlet: note',
  'prospect.country': 'Outlet: country',
  'prospect.language': 'Outlet: language',
  'prospect.whyCare': 'Outlet: why they would care',
  'prospect.ownerId': 'Outlet: who looks after it',
  'prospect.guidelines': 'Outlet: guidelines, seen or absent',
  'prospect.guidelinesUrl': 'Outlet: guidelines page',
  'prospect.guidelinesNote': 'Outlet: note on the guidelines',
  'prospect.notForUsAt': 'Outlet: not for us',
  'prospect.notForUsReason': 'Outlet: why it is not for us',
  'contact.name': 'Person: name',
  'contact.role': 'Person: role',
  'contact.note': 'Person: note',
  'mention.targetUrl': 'Mention: page of yours',
  'mention.provenance': 'Mention: how it came about',
  'mention.note': 'Mention: note',
}
const SHORT_WORDS: Record<string, string> = {
  name: 'Name',
  kind: 'Kind',
  note: 'Note',
  role: 'Role',
  tags: 'Tags',
  links: 'Links',
  cardUid: 'Card',
  prospectId: 'Outlet',
  country: 'Country',
  language: 'Language',
  whyCare: 'Why they would care',
  ownerId: 'Looked after by',
  guidelines: 'Guidelines',
  guidelinesUrl: 'Guidelines page',
  guidelinesNote: 'Note on the guidelines',
  notForUsAt: 'Not for us since',
  notForUsReason: 'Why not for us',
  targetUrl: 'Page of yours',
  provenance: 'How it came about',
  claim: 'What the file says of it',
}

/** "prospect.name" for people. */
export function fieldWords(field: string): string {
  const own = /^(prospect|contact)\.custom\.(.+)$/.exec(field)
  if (own) return `${own[1] === 'prospect' ? 'Outlet' : 'Person'}: ${own[2]?.replaceAll('-', ' ')}`
  return FIELD_WORDS[field] ?? field
}

/** "name" of a thing that is named already. */
export function shortFieldWords(field: string): string {
  return SHORT_WORDS[field] ?? field.replace(/^custom\./, '').replaceAll('-', ' ')
}

export function formatLabel(format: string | null): string {
  return format && Object.hasOwn(IMPORT_FORMAT_TABLE, format)
    ? IMPORT_FORMAT_TABLE[format as ImportFormat].label
    : 'Not recognised yet'
}

export function inDigits(count: number): string {
  return writtenNumber(count)
}

/** "3 outlets, 12 people and 1 mention", or null where there is nothing. */
export function thingsInWords(counts: ImportCounts, what: 'Made' | 'Changed'): string | null {
  const parts = [
    counted(counts[`prospects${what}`], 'outlet', 'outlets'),
    counted(counts[`contacts${what}`], 'person', 'people'),
    counted(counts[`mentions${what}`], 'mention', 'mentions'),
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  return parts.length === 1 ? (parts[0] ?? null) : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

export function counted(count: number | undefined, one: string, many: string): string | null {
  if (!count) return null
  return `${inDigits(count)} ${count === 1 ? one : many}`
}

/** What a batch did, or would do, in one line. */
export function whatItDid({ state, counts }: { state: ImportState; counts: ImportCounts }): string {
  if (state === 'applied') {
    const made = thingsInWords(counts, 'Made')
    const changed = thingsInWords(counts, 'Changed')
    if (!made && !changed) return 'Nothing was new.'
    return [made ? `Brought ${made}.` : '', changed ? `Changed ${changed}.` : ''].join(' ').trim()
  }
  if (state === 'undone') {
    const kept = counted(counts.kept, 'thing stays', 'things stay')
    return `${counted(counts.removed, 'thing is', 'things are') ?? 'Nothing is'} gone again${kept ? `; ${kept}` : ''}.`
  }
  if (state !== 'previewed') return ''
  return [
    counted(counts.new, 'new row', 'new rows'),
    counted(counts.changed, 'changed', 'changed'),
    counted(counts.same, 'the same', 'the same'),
    counted(counts.refused, 'refused', 'refused'),
  ]
    .filter((part) => part !== null)
    .join(', ')
}
