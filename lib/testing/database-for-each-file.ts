import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { disconnectDatabase } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { stopJobSender } from '#lib/server/jobs.ts'
import { MAIL_KEYS } from './mail-keys-for-tests.ts'

const template = new URL(inject('postgresUrl'))
const name = `test_${randomUUID().replaceAll('-', '')}`

beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  const own = new URL(template)
  own.pathname = `/${name}`
  process.env.DATABASE_URL = own.href
  process.env.APP_URL = 'https://rapport.test'
  process.env.AUTH_SECRET = 'a secret for tests that is long enough'
  process.env.MAIL_SECRET_KEYS = MAIL_KEYS
  forgetSettings()
})

afterAll(async () => {
  await stopJobSender()
  await disconnectDatabase()
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})

async function onServer(sql: string) {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql)
  await client.end()
}
