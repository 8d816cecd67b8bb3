import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '#lib/generated/prisma/client.ts'
import { settings } from './env.ts'
import { checkOperation } from './tenant-guard.ts'

const POOL_SIZE = 10
const TRANSACTION_TIMEOUT_MS = 15_000

function connect() {
  const adapter = new PrismaPg({ connectionString: settings().databaseUrl, max: POOL_SIZE })
  return new PrismaClient({
    adapter,
    transactionOptions: { timeout: TRANSACTION_TIMEOUT_MS, maxWait: 10_000 },
  })
}

function guard(client: PrismaClient) {
  return client.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          checkOperation(model, operation, args)
          return query(args)
        },
      },
    },
  })
}

export type Database = ReturnType<typeof guard>
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

// One pool per process, also across the reloads of a development server.
const held = globalThis as typeof globalThis & { rapportDatabase?: { base: PrismaClient; guarded: Database } }

function clients() {
  if (!held.rapportDatabase) {
    const base = connect()
    held.rapportDatabase = { base, guarded: guard(base) }
  }
  return held.rapportDatabase
}

/** The database, refusing every operation on a workspace-owned table that does not name its workspace. */
export function database(): Database {
  return clients().guarded
}

/**
 * The database without that check, for clock-driven work that looks across workspaces.
 * The architecture test lists who may call this.
 */
export function databaseAcrossWorkspaces(): PrismaClient {
  return clients().base
}

/** Runs work in one transaction; what it throws rolls everything back. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction((tx) => work(tx as Transaction)) as Promise<T>
}

/** true when a write failed because a unique key is already taken: Prisma's P2002, or 23505 from SQL of our own. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === 'P2002' || (error.code === 'P2010' && error.message.includes('23505'))
}

export async function disconnectDatabase() {
  const current = held.rapportDatabase
  held.rapportDatabase = undefined
  await current?.base.$disconnect()
}
