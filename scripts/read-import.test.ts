import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./read-import.ts', import.meta.url))
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('read-import', () => {
  it('prints one JSON object with every part of its contract', () => {
    const file = written(
      'sites.csv',
      'Site,Linking pages,Target pages\r\na.example,3,1\r\nmedium.com,9,2\r\n',
    )
    const { status, stdout } = run([file])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      format: 'gsc-sites',
      encoding: 'UTF-8',
      delimiter: ',',
      headerLine: 1,
      columns: [
        { header: 'Site', field: 'prospect.url' },
        { header: 'Linking pages', field: null },
        { header: 'Target pages', field: null },
      ],
      records: [{ line: 2, prospect: { url: 'https://a.example' }, contact: null, mention: null }],
      refused: [{ line: 3, reason: expect.stringContaining('Many outlets live on medium.com') }],
      warnings: [],
    })
  })

  it('prints who an outlet is, and keeps what people note of it to itself', () => {
    const file = written(
      'own.csv',
      'Outlet,Website,Kind,Country,Why they care\nTea,tea.example,blog,UK,They brew\n',
    )
    expect(JSON.parse(run([file]).stdout).records).toEqual([
      {
        line: 2,
        prospect: { url: 'https://tea.example', name: 'Tea', kind: 'blogger' },
        contact: null,
        mention: null,
      },
    ])
  })

  it('takes a mapping by hand', () => {
    const file = written('own.csv', 'Where,Who\na.example,Anna\n')
    const { status, stdout } = run([file, '--mapping', '{"Where": "url", "Who": "contact.name"}'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'spreadsheet',
      records: [{ prospect: { url: 'https://a.example' }, contact: { name: 'Anna' } }],
    })
  })

  it('reads junk as unknown and ends well', () => {
    const { status, stdout } = run([written('junk.bin', Buffer.alloc(1_000, 7))])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ format: 'unknown', records: [], refused: [] })
  })

  it.each<[name: string, args: () => string[], words: RegExp]>([
    ['no file is named', () => [], /One file is needed/],
    ['there is no such file', () => [path.join(folder, 'none.csv')], /no such file/],
    ['the mapping is no JSON', () => [written('a.csv', 'a'), '--mapping', '{a}'], /--mapping wants/],
    ['an option is not known', () => ['--colour'], /colour/],
  ])('ends with 2 when %s', (_, args, words) => {
    const { status, stderr } = run(args())
    expect(status).toBe(2)
    expect(stderr).toMatch(words)
  })
})

function written(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

function run(args: string[]) {
  return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' })
}
