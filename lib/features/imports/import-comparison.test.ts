import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anImport, aPreview, applied, carriedOn } from '#lib/testing/an-import.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { suppressAddress } from '../prospects/suppression-commands.ts'
import { suppressAddressSchema } from '../prospects/suppression-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { readImportAs } from './import-commands.ts'
import { listImportRows } from './import-queries.ts'

const db = () => databaseAcrossWorkspaces()

async function aProspect(scope: WorkspaceScope, name = 'Tea Notes', address = 'https://tea.example') {
  const { prospectId } = await addProspect(
    scope,
    prospectSchema.parse({ kind: 'podcast', name, address, country: '' }),
  )
  return prospectId
}

async function aSite(scope: WorkspaceScope, name = 'Fernway', domain = 'fernway.example') {
  const site = { name, ownerName: name, domains: [domain], brandNames: [], peopleNames: [], timeZone: 'UTC' }
  return (await addSite(scope, site)).siteId
}

describe('a value that differs from ours', () => {
  const FILE = 'Name,Website,Kind,Notes\nThe Tea Paper,https://tea.example,blog,From the fair\n'.replace(
    'Name',
    'Outlet',
  )

  it('is kept as we have it, and told; empty fields are filled', async () => {
    const { ours } = await twoWorkspaces()
    const id = await aProspect(ours)
    const preview = await aPreview(ours, FILE)
    const { rows } = await listImportRows(ours, preview.id, 'differs')
    expect(rows[0]?.plan.prospect).toMatchObject({
      is: 'changed',
      set: { note: { before: '', after: 'From the fair' } },
      kept: { name: { yours: 'Tea Notes', theirs: 'The Tea Paper' } },
    })
    await applied(ours, preview.id)
    expect(await db().prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: 'Tea Notes',
      kind: 'podcast',
      note: 'From the fair',
    })
  })

  it('is the file’s where a person says so', async () => {
    const { ours } = await twoWorkspaces()
    const id = await aProspect(ours)
    await anImport(ours, FILE, { take: ['prospect.name'] })
    expect(await db().prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: 'The Tea Paper',
      kind: 'podcast',
    })
  })
})

describe('rows that mean one thing', () => {
  it('make one outlet, one person and one mention', async () => {
    const { ours } = await twoWorkspaces()
    await aSite(ours)
    const rows = [
      'Outlet,Website,Name,Email,Link URL,Tags',
      'Tea,https://www.tea.example/,Ana,ana@tea.example,https://tea.example/post,one',
      ',http://tea.example/about,,ANA@tea.example,https://tea.example/post/,two',
      'Tea,tea.example,ana,,https://tea.example/other,',
    ]
    await anImport(ours, rows.join('\n'))
    const where = { workspaceId: ours.workspaceId }
    expect(await db().prospect.findMany({ where })).toMatchObject([{ name: 'Tea', tags: ['one', 'two'] }])
    expect(await db().contact.count({ where })).toBe(1)
    expect(await db().mention.count({ where })).toBe(2)
  })

  it('are one person also where a card comes three times, with another address each time', async () => {
    const { ours } = await twoWorkspaces()
    const card = (mail: string) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:1\r\nFN:Ana Ruiz\r\nEMAIL:${mail}\r\nitem1.URL:https\\://ana.example\r\nitem1.X-ABLabel:Portfolio\r\nitem2.URL:https://news.example/ana\r\nEND:VCARD\r\n`
    for (const mail of ['a@ana.example', 'b@ana.example', 'a@ana.example']) {
      const { id } = await aPreview(ours, card(mail), 'ana.vcf')
      await applied(ours, id)
    }
    const contacts = await db().contact.findMany({
      where: { workspaceId: ours.workspaceId },
      include: { channels: { orderBy: { address: 'asc' } } },
    })
    expect(contacts).toMatchObject([
      {
        name: 'Ana Ruiz',
        cardUid: 'urn:uuid:1',
        links: [
          { url: 'https://ana.example/', label: 'Portfolio' },
          { url: 'https://news.example/ana', label: '' },
        ],
        channels: [{ address: 'a@ana.example' }, { address: 'b@ana.example' }],
      },
    ])
  })
})

describe('a person', () => {
  it('is known by name within their outlet, and gets the new address', async () => {
    const { ours } = await twoWorkspaces()
    const prospectId = await aProspect(ours)
    await addContact(
      ours,
      contactSchema.parse({ prospectId, name: 'Ana Ruiz', channelKind: 'email', address: '' }),
    )
    await anImport(ours, 'Name,Website,Email\nana ruiz,tea.example,ana@tea.example\n')
    const contacts = await db().contact.findMany({
      where: { workspaceId: ours.workspaceId },
      include: { channels: true },
    })
    expect(contacts).toMatchObject([{ name: 'Ana Ruiz', channels: [{ address: 'ana@tea.example' }] }])
  })

  it('who must not be written to comes in stopped, and the preview says so without saying who', async () => {
    const { ours } = await twoWorkspaces()
    await suppressAddress(
      ours,
      suppressAddressSchema.parse({
        target: 'address',
        address: 'ana@tea.example',
        value: 'ana@tea.example',
        reason: 'ours',
        words: '',
      }),
    )
    const preview = await aPreview(
      ours,
      'Name,Website,Email\nAna,tea.example,ana@tea.example\nBen,tea.example,ben@tea.example\n',
    )
    expect(preview.counts.stopped).toBe(1)
    const { rows } = await listImportRows(ours, preview.id, 'new')
    expect(rows.map(({ words }) => words.includes('must not be written to'))).toEqual([true, false])
    await applied(ours, preview.id)
    expect(await db().suppression.count({ where: { workspaceId: ours.workspaceId, liftedAt: null } })).toBe(1)
  })
})

describe('mentions in a file', () => {
  const LINKS =
    'source_url,target_url,expected_target_url,expected_anchor_text,expected_rel,campaign,vendor,client,cost,placement_date,expected_status,notes,tags\n' +
    'https://tea.example/post,https://fernway.example/a,,Fernway,,x,,,120,2026-01-02,,,\n' +
    'https://walks.example/list,https://fernway.example/b,,the shop,nofollow,x,,,,2026-01-02,,,\n'

  it('become outlets and mentions nobody has looked at, due at once, with the claim kept as a claim', async () => {
    const { ours } = await twoWorkspaces()
    const siteId = await aSite(ours)
    await anImport(ours, LINKS.replaceAll('.example', '.test').replaceAll('fernway.test', 'fernway.example'))
    const mentions = await db().mention.findMany({
      where: { workspaceId: ours.workspaceId },
      orderBy: { url: 'asc' },
    })
    expect(mentions).toMatchObject([
      {
        siteId,
        url: 'https://tea.test/post',
        provenance: 'paid-elsewhere',
        outcome: 'not-looked',
        foundBy: 'import',
      },
      { url: 'https://walks.test/list', provenance: 'earned', targetUrl: 'https://fernway.example/b' },
    ])
    expect(mentions[0]?.claim).toMatchObject({
      format: 'linksentinel',
      claim: 'linked',
      provenance: 'paid elsewhere',
    })
    expect(mentions.every(({ nextLookAt, prospectId }) => nextLookAt !== null && prospectId !== null)).toBe(
      true,
    )
    expect(await db().prospect.count({ where: { workspaceId: ours.workspaceId } })).toBe(2)
  })

  it('belong to the Site their links lead to; where nothing says which, a person is asked', async () => {
    const { ours } = await twoWorkspaces()
    await aSite(ours)
    const other = await aSite(ours, 'Other', 'other.example')
    expect((await aPreview(ours, LINKS)).site?.name).toBe('Fernway')
    const asked = await aPreview(ours, 'Linking page,Last crawled\nhttps://tea.example/a,2026-07-18\n')
    expect(asked.state).toBe('mapping')
    await readImportAs(ours, { batchId: asked.id, dateOrder: null, siteId: other, fields: null })
    const preview = await carriedOn(ours, asked.id)
    expect(preview).toMatchObject({ state: 'previewed', site: { name: 'Other' }, counts: { new: 1 } })
  })

  it('that lie in the trash stay there, and it is said', async () => {
    const { ours } = await twoWorkspaces()
    await aSite(ours)
    await anImport(ours, LINKS)
    const where = { workspaceId: ours.workspaceId }
    await db().mention.updateMany({ where, data: { deletedAt: ours.now, liveUrlKey: null } })
    const again = await aPreview(ours, LINKS)
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 })
    const { rows } = await listImportRows(ours, again.id, 'same')
    expect(rows[0]?.words).toMatch(/lies in your trash/)
  })
})
