import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { renamedInZip } from '#lib/server/imports/cases/make-zip.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullBook } from '#lib/testing/a-full-book.ts'
import {
  type Files,
  lineIn,
  withLine,
  withManifest,
  withMore,
  without,
  withRawLine,
  withText,
  zipOf,
} from '#lib/testing/altered-zips.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { broughtIn, entriesOf, exported } from '#lib/testing/workspace-zips.ts'
import { whatIsThere } from './empty-workspace-queries.ts'

const db = databaseAcrossWorkspaces
const MB = 1_048_576
const SYMLINK = 0o120_777
const STRANGER = '019aaaaa-0000-7000-8000-000000000000'

let zip: Buffer
let files: Files
let target: WorkspaceScope

beforeAll(async () => {
  const ours = await aWorkspace('Ours')
  await aFullBook(ours, 'Ours')
  zip = await exported(ours, { withPages: true })
  files = await entriesOf(zip)
  target = await aWorkspace('Target')
})

type Case = [what: string, make: () => Buffer | Promise<Buffer> | Files, words: RegExp]

const WHOLE_FILES: Case[] = [
  ['is empty', () => Buffer.alloc(0), /damaged/],
  ['is no ZIP', () => Buffer.from('Website,E-mail\na.example,b@b.test\n'), /damaged/],
  ['is cut off', () => zip.subarray(0, zip.length - 200), /damaged/],
  ['is cut off at its beginning', () => zip.subarray(500), /damaged/],
  ['has its middle spoiled', () => spoiled(zip), /damaged|SHA-256|not UTF-8|not JSON/],
  ['is a ZIP of something else', () => ({ 'a.csv': Buffer.from('x') }), /never has/],
  ['has no manifest', () => without(files, 'manifest.json'), /no manifest/],
  ['names a file above its folder', () => renamed('data/Tag.jsonl', '../a/Tag.jsonl'), /outside of itself/],
  [
    'names a file by its place on the disk',
    () => renamed('data/Tag.jsonl', '/ata/Tag.jsonl'),
    /outside of itself/,
  ],
  ['names a file by a drive', () => renamed('data/Tag.jsonl', 'C:/a/Tag.jsonl'), /outside of itself/],
  [
    'names a file with backslashes',
    () => renamed('data/Tag.jsonl', '..\\a\\Tag.jsonl'),
    /outside of itself|never has/,
  ],
  ['hides a path in a folder', () => renamed('data/Tag.jsonl', 'data/../T.json'), /outside of itself/],
  [
    'holds a table of its own',
    () => ({ ...files, 'data/Throttle.jsonl': Buffer.from('{}\n') }),
    /not in its manifest/,
  ],
  ['holds a program', () => ({ ...files, 'data/run.sh': Buffer.from('rm') }), /never has/],
  ['holds a nested ZIP', () => ({ ...files, 'data/more.zip': zip }), /never has/],
  ['holds a link to another file', () => zipOf(files, { 'data/Tag.jsonl': SYMLINK }), /link to another/],
  ['holds a file twice', () => renamed('data/Feed.jsonl', 'data/Site.jsonl'), /twice/],
  ['holds the manifest twice', twice, /twice/],
  ['is locked with a password', () => locked(zip), /locked|damaged/],
  [
    'is packed a thousand times tighter',
    () => withText(files, 'data/Tag.jsonl', Buffer.alloc(20 * MB, ' ')),
    /tighter/,
  ],
  ['declares gigabytes', () => declaring(zip, 0xfffffff0), /GB|tighter|damaged/],
  ['declares less than it holds', () => declaring(zip, 10), /damaged|SHA-256|larger/],
  ['holds more files than any', manyFiles, /more than 60000 files/],
]

const MANIFESTS: Case[] = [
  ['is no JSON', () => ({ ...files, 'manifest.json': Buffer.from('{') }), /not the file of a workspace/],
  ['is a list', () => ({ ...files, 'manifest.json': Buffer.from('[]') }), /not the file of a workspace/],
  ['is null', () => ({ ...files, 'manifest.json': Buffer.from('null') }), /not the file of a workspace/],
  ['is larger than any', () => ({ ...files, 'manifest.json': noise(2 * MB) }), /larger than any/],
  [
    'says another format',
    () => withManifest(files, (m) => ({ ...m, format: 'other' })),
    /not the file of a workspace/,
  ],
  ['says a newer version', () => withManifest(files, (m) => ({ ...m, version: 2 })), /newer version/],
  ['says newer tables', () => withManifest(files, (m) => ({ ...m, schemaVersion: 99 })), /newer version/],
  ['says version zero', () => withManifest(files, (m) => ({ ...m, version: 0 })), /manifest .* version/],
  [
    'says a version in words',
    () => withManifest(files, (m) => ({ ...m, version: '1' })),
    /manifest .* version/,
  ],
  [
    'names a file that is not there',
    () => without(files, 'data/Prospect.jsonl'),
    /Prospect.jsonl is missing/,
  ],
  ['names an unknown table', () => withManifest(files, (m) => listed(m, 'data/User.jsonl')), /does not know/],
  ['names a path', () => withManifest(files, (m) => listed(m, '../../etc/passwd')), /does not know/],
  ['names a table twice', () => withManifest(files, (m) => listed(m, 'data/Tag.jsonl')), /twice/],
  [
    'has hashes that are none',
    () =>
      withManifest(files, (m) => ({
        ...m,
        files: [{ name: 'data/Tag.jsonl', lines: 1, bytes: 1, sha256: 'x' }],
      })),
    /files.0.sha256 is not/,
  ],
  [
    'tells another hash',
    () => ({
      ...files,
      'data/Tag.jsonl': Buffer.from(String(files['data/Tag.jsonl']).replace('Gear', 'Gera')),
    }),
    /SHA-256/,
  ],
  [
    'tells other counts',
    () =>
      withManifest(files, (m) => ({
        ...m,
        files: (m.files as { lines: number }[]).map((file) => ({ ...file, lines: file.lines + 1 })),
      })),
    /lines, and its manifest says/,
  ],
]

const LINES: Case[] = [
  [
    'is no JSON',
    () => withRawLine(files, 'Prospect', (line) => line.slice(0, -1)),
    /Prospect.jsonl, line 1: it is not JSON/,
  ],
  ['is empty', () => withText(files, 'data/Prospect.jsonl', '\n'), /line 1: it is not JSON/],
  ['is a list', () => withLine(files, 'Prospect', () => []), /line 1: it is no object/],
  ['is a number', () => withLine(files, 'Prospect', () => 7), /it is no object/],
  [
    'is not UTF-8',
    () => withText(files, 'data/Tag.jsonl', Buffer.from([0x22, 0xff, 0x22, 0x0a])),
    /not UTF-8/,
  ],
  ['begins with a mark', () => withRawLine(files, 'Tag', (line) => `\ufeff${line}`), /not JSON/],
  ['is longer than any', () => withText(files, 'data/Tag.jsonl', thin(70 * MB)), /longer than any/],
  [
    'has a field too many',
    () => withLine(files, 'Prospect', (p) => ({ ...p, isAdmin: true })),
    /no field isAdmin/,
  ],
  [
    'names a workspace',
    () => withLine(files, 'Prospect', (p) => ({ ...p, workspaceId: STRANGER })),
    /no field workspaceId/,
  ],
  [
    'names an account',
    () => withLine(files, 'Member', (m) => ({ ...m, userId: STRANGER })),
    /no field userId/,
  ],
  ['gives itself a role', () => withLine(files, 'Member', (m) => ({ ...m, role: 'owner' })), /no field role/],
  [
    'says it was not brought in',
    () => withLine(files, 'LinkCheck', (l) => ({ ...l, importedAt: null })),
    /no field importedAt/,
  ],
  ['lacks a field', () => withLine(files, 'Prospect', ({ name: _, ...p }) => p), /name is missing/],
  [
    'has a number for a name',
    () => withLine(files, 'Prospect', (p) => ({ ...p, name: 7 })),
    /name is no text/,
  ],
  [
    'has an object for a name',
    () => withLine(files, 'Prospect', (p) => ({ ...p, name: { contains: '' } })),
    /name is no text/,
  ],
  [
    'has a text for a list',
    () => withLine(files, 'Prospect', (p) => ({ ...p, tags: 'gear' })),
    /tags is no list/,
  ],
  [
    'has a list that never ends',
    () => withLine(files, 'Prospect', (p) => ({ ...p, tags: Array(5_000).fill('x') })),
    /too long a list/,
  ],
  [
    'has a name without end',
    () => withLine(files, 'Prospect', (p) => ({ ...p, name: 'x'.repeat(10_000) })),
    /name is longer than 500/,
  ],
  [
    'has a note without end',
    () => withLine(files, 'Prospect', (p) => ({ ...p, note: noise(MB).toString('latin1') })),
    /note is longer/,
  ],
  [
    'has a kind there is not',
    () => withLine(files, 'Prospect', (p) => ({ ...p, kind: 'admin' })),
    /kind is none of the values/,
  ],
  [
    'has a verdict there is not',
    () => withLine(files, 'LinkCheck', (l) => ({ ...l, verdict: 'fine' })),
    /verdict is none/,
  ],
  [
    'has a state under way',
    () => withLine(files, 'CheckRun', (r) => ({ ...r, state: 'running' })),
    /state is none/,
  ],
  [
    'has an address that runs',
    () => withLine(files, 'Prospect', (p) => ({ ...p, homepage: 'javascript:alert(1)' })),
    /homepage is no address/,
  ],
  [
    'hides an address that runs',
    () => withLine(files, 'Mention', (m) => ({ ...m, url: ' java\tscript:alert(1)' })),
    /url is no address/,
  ],
  [
    'has data for an address',
    () => withLine(files, 'Mention', (m) => ({ ...m, url: 'data:text/html,<script>' })),
    /url is no address/,
  ],
  [
    'has a file for an address',
    () => withLine(files, 'Feed', (f) => ({ ...f, url: 'file:///etc/passwd' })),
    /url is no address/,
  ],
  [
    'has a channel that runs',
    () => withLine(files, 'Channel', (c) => ({ ...c, kind: 'form', address: 'javascript:alert(1)' })),
    /address is none of its kind/,
  ],
  [
    'has a link of its own that runs',
    () => withLine(files, 'Prospect', (p) => ({ ...p, custom: { 'media-kit': 'javascript:alert(1)' } })),
    /custom holds a link/,
  ],
  [
    'has a card’s link that runs',
    () => withLine(files, 'Contact', (c) => ({ ...c, links: [{ url: 'javascript:1', label: '' }] })),
    /links holds something/,
  ],
  [
    'has a field of its own that is an object',
    () => withLine(files, 'Prospect', (p) => ({ ...p, custom: { a: { b: 1 } } })),
    /custom holds something else/,
  ],
  [
    'reaches for every object',
    () =>
      withRawLine(files, 'Prospect', (line) => line.replace('"custom":{', '"custom":{"__proto__":{"a":1},')),
    /custom holds a name/,
  ],
  [
    'reaches for every object at the top',
    () => withRawLine(files, 'Prospect', (line) => line.replace('{', '{"__proto__":{"isAdmin":true},')),
    /no field __proto__/,
  ],
  [
    'calls a field constructor',
    () => withLine(files, 'Tag', (t) => ({ ...t, constructor: 'x' })),
    /no field constructor/,
  ],
  [
    'holds a NUL',
    () => withLine(files, 'Prospect', (p) => ({ ...p, name: 'a\0b' })),
    /name holds a character/,
  ],
  [
    'holds a NUL in its JSON',
    () => withLine(files, 'Merge', (m) => ({ ...m, before: { a: ['\0'] } })),
    /before holds a character/,
  ],
  [
    'holds half a character',
    () => withRawLine(files, 'Prospect', (line) => line.replace('"name":"', '"name":"\\ud800')),
    /name holds a character/,
  ],
  [
    'is nested without end',
    () => withLine(files, 'Merge', (m) => ({ ...m, before: nested(50) })),
    /before is nested deeper/,
  ],
  [
    'is nested beyond any stack',
    () =>
      withRawLine(files, 'Merge', (line) =>
        line.replace('"before":{', `"before":{"x":${'['.repeat(20_000)}${']'.repeat(20_000)},`),
      ),
    /nested deeper|not JSON/,
  ],
  [
    'happened before time',
    () => withLine(files, 'Prospect', (p) => ({ ...p, createdAt: '0001-01-01T00:00:00.000Z' })),
    /createdAt is no time between/,
  ],
  [
    'happens too far ahead',
    () => withLine(files, 'Prospect', (p) => ({ ...p, createdAt: '9999-12-31T00:00:00.000Z' })),
    /createdAt is no time between/,
  ],
  [
    'happened on no day',
    () => withLine(files, 'FollowUp', (f) => ({ ...f, dueOn: '2026-02-31' })),
    /dueOn is no day/,
  ],
  [
    'has a time in words',
    () => withLine(files, 'Prospect', (p) => ({ ...p, createdAt: 'yesterday' })),
    /createdAt is no time/,
  ],
  [
    'has a time that is no moment',
    () => withLine(files, 'Prospect', (p) => ({ ...p, createdAt: '2026-13-45T99:99:99.000Z' })),
    /createdAt is no time/,
  ],
  [
    'has a number too large',
    () => withLine(files, 'Mention', (m) => ({ ...m, lookCount: 1e12 })),
    /lookCount is larger/,
  ],
  [
    'has half a number',
    () => withLine(files, 'Pitch', (p) => ({ ...p, revision: 1.5 })),
    /revision is no whole/,
  ],
  [
    'keeps pages forever',
    () => withLine(files, 'Workspace', (w) => ({ ...w, rawPageDays: 100_000 })),
    /rawPageDays is larger/,
  ],
  [
    'has no time zone',
    () => withLine(files, 'Site', (s) => ({ ...s, timeZone: 'Moon/Base' })),
    /timeZone is no time zone/,
  ],
  ['has an id that is none', () => withLine(files, 'Prospect', (p) => ({ ...p, id: '../1' })), /id is no id/],
  [
    'leads to a stranger',
    () => withLine(files, 'Affiliation', (a) => ({ ...a, prospectId: STRANGER })),
    /prospectId leads to nothing/,
  ],
  [
    'leads to a stranger within its table',
    () => withLine(files, 'Prospect', (p) => ({ ...p, mergedIntoId: STRANGER, deletedAt: p.createdAt })),
    /mergedIntoId leads to nothing/,
  ],
  [
    'leads to a row of another table',
    () => withLine(files, 'Affiliation', (a) => ({ ...a, prospectId: a.contactId })),
    /prospectId leads to nothing/,
  ],
  [
    'is there twice',
    () => withMore(files, 'Prospect', lineIn(files, 'Prospect')),
    /id stands on another line/,
  ],
  ['has another’s key', () => withMore(files, 'Prospect', { ...live(), id: STRANGER }), /same liveOutletKey/],
  [
    'has another’s tag',
    () => withMore(files, 'Tag', { ...lineIn(files, 'Tag'), id: STRANGER }),
    /same nameKey/,
  ],
  [
    'has another’s pair',
    () => withMore(files, 'NotSame', lineIn(files, 'NotSame')),
    /same kind and oneId and otherId/,
  ],
  [
    'is merged and not gone',
    () => withLine(files, 'Prospect', () => ({ ...live(), mergedIntoId: live().id })),
    /merged into another and yet not gone/,
  ],
  [
    'is open and not sent',
    () => withLine(files, 'Pitch', (p) => ({ ...p, state: 'draft', openProspectId: p.prospectId })),
    /open with a prospect/,
  ],
  [
    'is a pair out of order',
    () => withLine(files, 'NotSame', (n) => ({ ...n, oneId: n.otherId, otherId: n.oneId })),
    /out of order/,
  ],
  [
    'tells of two workspaces',
    () => withMore(files, 'Workspace', lineIn(files, 'Workspace')),
    /does not tell of one workspace/,
  ],
  [
    'tells of no workspace',
    () => withText(files, 'data/Workspace.jsonl', ''),
    /does not tell of one workspace/,
  ],
  [
    'has settings that make no sense',
    () => withLine(files, 'Workspace', (w) => ({ ...w, settings: [] })),
    /settings/,
  ],
  [
    'has a page that is another',
    () => ({ ...files, [pageName()]: Buffer.from('other') }),
    /cannot be unpacked/,
  ],
  [
    'has a page that is a bomb',
    () => withLine(files, 'RawPage', (r) => ({ ...r, size: 1 })),
    /cannot be unpacked/,
  ],
  [
    'has a page with another hash',
    () => withLine(files, 'RawPage', (r) => ({ ...r, sha256: 'x' })),
    /not the one it tells of/,
  ],
  ['has a page that is not there', () => without(files, pageName()), /its page is not in this file/],
  [
    'has a page by a path',
    () => withLine(files, 'RawPage', (r) => ({ ...r, body: '../../etc/passwd' })),
    /names no file of evidence/,
  ],
  [
    'has a hash that is none',
    () => withLine(files, 'LinkCheck', (l) => ({ ...l, fieldHashes: { at: '<b>' } })),
    /fieldHashes holds something that is no hash/,
  ],
  [
    'was sealed with more than ids',
    () => withLine(files, 'LinkCheck', (l) => ({ ...l, sealedIds: { mentionId: 'x', number: 1 } })),
    /sealedIds/,
  ],
]

describe.each([
  ['a file that', WHOLE_FILES],
  ['a manifest that', MANIFESTS],
  ['a line that', LINES],
])('%s', (_, cases) => {
  it.each(cases)('%s is refused in a sentence, and nothing is written', async (_, make, words) => {
    const made = await make()
    const batch = await broughtIn(target, Buffer.isBuffer(made) ? made : await zipOf(made))
    expect(batch).toMatchObject({ state: 'failed', blobId: null })
    expect(batch.failure).toMatch(words)
    expect(batch.failure).toMatch(/^[A-Za-z][^\n\0]{10,300}\.$/)
    expect(await leftIn(target)).toEqual({ what: null, members: 1, name: 'Target', blobs: 0 })
  })
})

describe('a file that is only odd', () => {
  it('comes in: HTML is text, chains that do not hold are counted, lines may end with the file', async () => {
    const odd = withLine(
      withLine(files, 'LinkCheck', (look) => ({ ...look, verdict: 'lost' })),
      'Contact',
      (contact) => ({ ...contact, name: '<script>alert(1)</script>', note: '=cmd|calc' }),
    )
    const last = String(odd['data/Tag.jsonl']).trimEnd()
    const elsewhere = await aWorkspace('Odd')
    const batch = await broughtIn(elsewhere, await zipOf(withText(odd, 'data/Tag.jsonl', last)))
    expect(batch).toMatchObject({ state: 'applied', counts: { brokenChains: 1 } })
    const { workspaceId } = elsewhere
    expect(await db().contact.count({ where: { workspaceId, name: '<script>alert(1)</script>' } })).toBe(1)
    const csv = String((await entriesOf(await exported(elsewhere)))['csv/contacts.csv'])
    expect(csv).toContain("'=cmd|calc")
  })

  it('comes in when it was packed again by another program, with folders', async () => {
    const folders = { 'data/': Buffer.alloc(0), 'csv/': Buffer.alloc(0) }
    const elsewhere = await aWorkspace('Packed')
    expect(await broughtIn(elsewhere, await zipOf({ ...folders, ...files }))).toMatchObject({
      state: 'applied',
    })
  })

  it('does not pollute what programs share', () => {
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

async function leftIn({ workspaceId }: WorkspaceScope) {
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  return {
    what: await whatIsThere(db() as never, workspaceId),
    members: await db().member.count({ where: { workspaceId } }),
    name: workspace.name,
    blobs: await db().blob.count({ where: { workspaceId } }),
  }
}

const live = () => {
  const line = lineIn(files, 'Prospect')
  return line.deletedAt === null ? line : lineIn(files, 'Prospect', 2)
}
const pageName = () => String(lineIn(files, 'RawPage').body)
const listed = (manifest: Record<string, unknown>, name: string) => ({
  ...manifest,
  files: [...(manifest.files as unknown[]), { name, lines: 0, bytes: 0, sha256: '0'.repeat(64) }],
})
const nested = (depth: number): unknown => (depth === 0 ? {} : { inner: nested(depth - 1) })

/** Letters that do not pack well, and no line end. */
function noise(bytes: number): Buffer {
  // Longer than what deflate looks back upon.
  const piece = Buffer.from(randomBytes(98_304).toString('base64'))
  return Buffer.alloc(bytes, piece)
}

/** The same, packed as tightly as is still believed. */
function thin(bytes: number): Buffer {
  return Buffer.alloc(
    bytes,
    Buffer.concat(
      [randomBytes(1_500).toString('base64'), 'a'.repeat(98_304)].map((part) => Buffer.from(part)),
    ),
  )
}

async function renamed(from: string, to: string): Promise<Buffer> {
  return renamedInZip(await zipOf(files), from, to)
}

async function twice(): Promise<Buffer> {
  const packed = await zipOf({ ...files, 'manifest.jsox': Buffer.from('{}') } as Files)
  return renamedInZip(packed, 'manifest.jsox', 'manifest.json')
}

/** What a ZIP says of itself at its end; the list is not read for it. */
function manyFiles(): Buffer {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  bytes.writeUInt16LE(60_001, end + 8)
  bytes.writeUInt16LE(60_001, end + 10)
  return bytes
}

function spoiled(good: Buffer): Buffer {
  const bad = Buffer.from(good)
  const middle = Math.floor(good.length / 4)
  bad.fill(0x55, middle, middle + 400)
  return bad
}

/** The bit that says "encrypted" in every entry of the list. */
function locked(good: Buffer): Buffer {
  return inList(good, (bytes, at) => bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8))
}

function declaring(good: Buffer, size: number): Buffer {
  return inList(good, (bytes, at) => bytes.writeUInt32LE(size, at + 24))
}

function inList(good: Buffer, change: (bytes: Buffer, at: number) => void): Buffer {
  const bytes = Buffer.from(good)
  const SIGNATURE = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  for (let at = bytes.indexOf(SIGNATURE); at !== -1; at = bytes.indexOf(SIGNATURE, at + 4)) change(bytes, at)
  return bytes
}
