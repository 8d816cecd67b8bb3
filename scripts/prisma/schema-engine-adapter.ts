import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
} from '@prisma/driver-adapter-utils'

const OID_CHAR = 18
const OID_TEXT = 25
const COLUMN_TYPE_CHARACTER = 6

type RawResult = { fields: { dataTypeID: number }[] }
type Queryable = {
  performIO(query: SqlQuery): Promise<RawResult>
  queryRaw(query: SqlQuery): Promise<SqlResultSet>
  startTransaction?(level?: unknown): Promise<Queryable>
  executeScript?(script: string): Promise<void>
}

/**
 * adapter-pg for the schema engine, with its flaws worked around: it refuses columns of type "char" (which the
 * catalogue tables have), it splits scripts at every semicolon, which breaks functions and DO blocks, and given a
 * connection string its "shadow" database is the real one.
 */
export function schemaEngineAdapter(connectionString: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mended(await factory.connect()),
    connectToShadowDb: () => connectToShadowDb(connectionString),
  }
}

async function connectToShadowDb(connectionString: string): Promise<SqlDriverAdapter> {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  const url = new URL(connectionString)
  url.pathname = `/${name}`
  const main = mended(await new PrismaPg({ connectionString }).connect())
  await main.executeScript(`CREATE DATABASE "${name}"`)
  const shadow = mended(await new PrismaPg({ connectionString: url.href }).connect())
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await main.executeScript(`DROP DATABASE "${name}"`)
    await main.dispose()
  }
  return shadow
}

function mended(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return mend(adapter as unknown as Queryable) as unknown as SqlDriverAdapter
}

function mend<T extends Queryable>(queryable: T): T {
  const charColumns = new WeakMap<SqlQuery, number[]>()
  const performIO = queryable.performIO.bind(queryable)
  const queryRaw = queryable.queryRaw.bind(queryable)
  const startTransaction = queryable.startTransaction?.bind(queryable)

  queryable.performIO = async (query) => {
    const result = await performIO(query)
    const found = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === OID_CHAR ? [i] : []))
    for (const i of found) result.fields[i] = { ...result.fields[i], dataTypeID: OID_TEXT }
    charColumns.set(query, found)
    return result
  }
  queryable.queryRaw = async (query) => {
    const set = await queryRaw(query)
    for (const i of charColumns.get(query) ?? []) set.columnTypes[i] = COLUMN_TYPE_CHARACTER
    return set
  }
  if (startTransaction) queryable.startTransaction = async (level) => mend(await startTransaction(level))
  if (queryable.executeScript) {
    queryable.executeScript = async (script) => {
      await performIO({ sql: script, args: [], argTypes: [] })
    }
  }
  return queryable
}
