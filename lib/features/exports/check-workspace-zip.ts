import { lineChecker } from '#lib/domain/workspace-file/row-line.ts'
import type { Field, Row } from '#lib/domain/workspace-file/table-fields.ts'
import type { WorkspaceTable } from '#lib/domain/workspace-file/workspace-table.ts'
import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import { ChainWalk } from './chain-walk.ts'
import { checkEvidence } from './check-evidence.ts'
import { CustomLinks } from './custom-links.ts'
import type { WorkspaceZip } from './open-workspace-zip.ts'
import { WorkspaceFileRefused } from './workspace-file-refused.ts'
import { linesOf } from './zip-lines.ts'

export type CheckedZip = {
  /** Rows by table. */
  counts: Record<string, number>
  /** Chains of looks that do not hold. They are taken as they are, and said to be so. */
  brokenChains: number
}

/**
 * Reads all of a workspace's file before anything of it is written: every line by its table's schema, every reference to a
 * line that is there, every key once.
 *
 * @throws WorkspaceFileRefused at the first thing that is wrong, naming file and line
 */
export async function checkWorkspaceZip(zip: WorkspaceZip, onLine: () => void): Promise<CheckedZip> {
  const ids = new Map<string, Set<string>>()
  const chains = new ChainWalk()
  const customLinks = new CustomLinks()
  const counts: Record<string, number> = {}
  for (const table of WORKSPACE_TABLES) {
    const name = `data/${table.model}.jsonl`
    const refuse = (number: number, words: string): never => {
      throw new WorkspaceFileRefused(`${name}, line ${number}: ${words}.`)
    }
    const keys = new TableKeys(table, ids)
    const check = lineChecker(table)
    let count = 0
    for await (const { number, value } of linesOf(zip, name)) {
      const read = check(value)
      if (!read.ok) throw refuse(number, read.words)
      const trouble = keys.add(number, read.row) ?? customLinks.troubleWith(table.model, read.row)
      if (trouble) throw refuse(number, trouble)
      chains.pass(table.model, read.row)
      if (table.model === 'RawPage') {
        const wrong = await checkEvidence(zip, read.row)
        if (wrong) throw refuse(number, wrong)
      }
      count += 1
      onLine()
    }
    const lost = keys.lostWithin()
    if (lost) throw refuse(lost.number, lost.words)
    counts[table.model] = count
  }
  if (counts.Workspace !== 1)
    throw new WorkspaceFileRefused('data/Workspace.jsonl does not tell of one workspace.')
  return { counts, brokenChains: chains.broken() }
}

/** The keys of one table's lines, and those its lines refer to. */
class TableKeys {
  private readonly table: WorkspaceTable
  private readonly ids: Map<string, Set<string>>
  private readonly own = new Set<string>()
  private readonly taken = new Map<string, Set<string>>()
  private readonly within: { number: number; name: string; id: string }[] = []
  private readonly refs: [string, Extract<Field, { goes: 'ref' }>][]

  constructor(table: WorkspaceTable, ids: Map<string, Set<string>>) {
    this.table = table
    this.ids = ids
    ids.set(table.model, this.own)
    this.refs = Object.entries(table.fields).flatMap(([name, field]) =>
      field.goes === 'ref' && !field.loose ? [[name, field]] : [],
    )
  }

  /** Why this line cannot stand beside the others, or null. */
  add(number: number, row: Row): string | null {
    if (typeof row.id === 'string') {
      if (this.own.has(row.id)) return 'its id stands on another line too'
      this.own.add(row.id)
    }
    for (const [name, { table }] of this.refs) {
      const id = row[name]
      if (typeof id !== 'string') continue
      if (table === this.table.model) this.within.push({ number, name, id })
      else if (!this.ids.get(table)?.has(id)) return `${name} leads to nothing in this file`
    }
    for (const columns of this.table.unique ?? []) {
      const values = columns.map((column) => this.valueOf(row, column))
      if (values.includes(null)) continue
      const key = JSON.stringify(values)
      const taken = this.taken.get(columns.join()) ?? new Set()
      this.taken.set(columns.join(), taken)
      if (taken.has(key)) return `another line has the same ${columns.join(' and ')}`
      taken.add(key)
    }
    return null
  }

  /** The first line that refers to one of its own table that is not there. */
  lostWithin(): { number: number; words: string } | null {
    const lost = this.within.find(({ id }) => !this.own.has(id))
    return lost ? { number: lost.number, words: `${lost.name} leads to nothing in this file` } : null
  }

  private valueOf(row: Row, column: string): unknown {
    const field = this.table.fields[column]
    return field?.goes === 'nowhere' && field.from ? field.from(row) : (row[column] ?? null)
  }
}
