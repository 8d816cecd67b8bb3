#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the Prisma CLI would otherwise download: the same engine,
// compiled to WebAssembly, comes from npm. The CLI starts this file as a child process and speaks
// line-delimited JSON-RPC with it. See docs/decisions/2026-11-22-prisma-without-a-download.md.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { schemaEngineAdapter } from './schema-engine-adapter.ts'

type Engine = Record<string, (params: unknown) => Promise<unknown>>
type Request = { id: number; method?: string; params?: Record<string, unknown> }

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
    version: { type: 'boolean' },
  },
})

const url = options.datasource ? (JSON.parse(String(options.datasource)).url as string) : undefined

if (options.version) process.stdout.write(`schema-engine-cli ${engineBindings.version?.() ?? 'wasm'}\n`)
else if (positionals[0] === 'cli') process.exitCode = await canConnect(url)
else await serve()

/** Exit code 0 when the database answers, 1 when not: what the CLI reads of `cli can-connect-to-database`. */
async function canConnect(connectionString: string | undefined): Promise<number> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    await client.end()
    return 0
  } catch (error) {
    const fields = { message: messageOf(error), error_code: 'P1001' }
    process.stderr.write(
      `starting\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`,
    )
    return 1
  }
}

async function serve() {
  const engine = await startEngine()
  let queue: Promise<void> = Promise.resolve()
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const request = JSON.parse(line) as Request
      if (!request.method) return // an answer to one of our own "print" requests
      queue = queue.then(() => answer(engine, request))
    })
    .on('close', () => queue.finally(() => process.exit(0)))
}

async function answer(engine: Engine, { id, method = '', params }: Request) {
  try {
    const result = (await engine[method]?.(params)) as { stdout?: string } | undefined
    if (method === 'diff' && result?.stdout != null) {
      send({ id: 0, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result: result ?? null })
  } catch (error) {
    send({ id, error: { code: 4466, message: 'Schema engine error', data: errorData(error) } })
  }
}

async function startEngine(): Promise<Engine> {
  const wasmFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engineBindings,
  } as unknown as WebAssembly.Imports)
  engineBindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const datamodels = (options.datamodels as string[] | undefined)?.map((file) => [
    file,
    readFileSync(file, 'utf8'),
  ]) as [string, string][] | undefined
  const adapter = bindMigrationAwareSqlAdapterFactory(schemaEngineAdapter(url ?? ''))
  return (await engineBindings.SchemaEngine.new({ datamodels }, () => {}, adapter)) as unknown as Engine
}

/** The engine throws either an Error whose message is JSON or one whose message is plain text. */
function errorData(error: unknown) {
  const { code, meta, is_panic } = (error ?? {}) as { code?: string; meta?: unknown; is_panic?: boolean }
  return { is_panic: is_panic ?? false, message: messageOf(error), error_code: code ?? null, meta }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function send(message: object) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
