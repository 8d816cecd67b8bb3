import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readSecretKeys, type SecretKey } from './secret-keys.ts'

/**
 * The one file that reads the environment. Every setting, its meaning and its default stand in .env.example.
 *
 * Local mode is when neither DATABASE_URL nor APP_URL is set: a database of our own, secrets made beside the data,
 * loopback only, demo sign-in on.
 */
const environment = z.object({
  DATABASE_URL: z.string().optional(),
  MIGRATE_DATABASE_URL: z.string().optional(),
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'APP_URL must be the full address, such as https://rapport.example' })
    .optional(),
  AUTH_SECRET: z.string().min(32, 'AUTH_SECRET must have at least 32 characters').optional(),
  SECRET_KEYS: z.string().default(''),
  PORT: z.coerce.number('PORT must be a number').int().min(1).max(65_535).default(3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  SIGN_UP: z.enum(['open', 'invite'], { error: 'SIGN_UP must be "open" or "invite"' }).optional(),
  TRUSTED_PROXIES: z.string().default(''),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  MAIL_SECRET_KEYS: z.string().optional(),
  MAIL_ALLOW_HOSTS: z.string().default(''),
  CHROMIUM_PATH: z.string().optional(),
  LOOKS_PER_HOUR: z.coerce
    .number('LOOKS_PER_HOUR must be a number')
    .int('LOOKS_PER_HOUR must be a whole number')
    .min(1, 'LOOKS_PER_HOUR must be at least 1')
    .max(1_000_000, 'LOOKS_PER_HOUR must be at most 1000000')
    .default(1000),
})

export type Settings = {
  local: boolean
  databaseUrl: string
  /** The same database as the role that owns and migrates it; the same role where none was set. */
  migrateDatabaseUrl: string
  appUrl: string
  authSecret: string
  /** The first seals; none where AUTH_SECRET does. */
  secretKeys: SecretKey[]
  port: number
  host: string
  dataDir: string
  signUp: 'open' | 'invite'
  trustedProxies: string[]
  smtpUrl: string | undefined
  mailFrom: string | undefined
  /** What passwords of mailboxes are kept closed with: the first closes, all open. None: no mailbox can be connected. */
  mailKeys: SecretKey[]
  /** Mail servers inside private networks that may be spoken to, "host:port". */
  mailAllowHosts: string[]
  chromiumPath: string | undefined
  looksPerHour: number
}

/** What `npm start` leaves beside the data in local mode, so that the other commands find the database. */
export type LocalState = { databaseUrl: string; authSecret: string; mailSecretKeys?: string }

/** A setting is missing or wrong. The message is one sentence for the person who runs the server. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

let cached: Settings | undefined

export function settings(): Settings {
  cached ??= readSettings(process.env)
  return cached
}

/** next-auth takes its own address from the environment only: there it is the one that absolute links are made from. */
export function tellNextAuthItsAddress() {
  process.env.NEXTAUTH_URL = settings().appUrl
}

/** For `npm start` and tests, which learn the database's address only after they have started it. */
export function forgetSettings() {
  cached = undefined
}

export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map((issue) => issue.message).join('. '))
  const { DATABASE_URL, APP_URL, AUTH_SECRET, PORT, HOST, DATA_DIR, ...rest } = parsed.data
  const local = isLocalMode(env)
  if (local && rest.MIGRATE_DATABASE_URL)
    throw new SettingsError('MIGRATE_DATABASE_URL goes with DATABASE_URL, which is not set.')
  const dataDir = path.resolve(DATA_DIR)
  const state = local ? readLocalState(dataDir) : undefined
  if (!local) requireServerSettings({ DATABASE_URL, APP_URL, AUTH_SECRET })
  return {
    local,
    databaseUrl: DATABASE_URL ?? state?.databaseUrl ?? '',
    migrateDatabaseUrl: rest.MIGRATE_DATABASE_URL ?? DATABASE_URL ?? state?.databaseUrl ?? '',
    appUrl: (APP_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    authSecret: AUTH_SECRET ?? state?.authSecret ?? '',
    secretKeys: keysFrom('SECRET_KEYS', rest.SECRET_KEYS),
    port: PORT,
    host: local ? '127.0.0.1' : (HOST ?? '0.0.0.0'),
    dataDir,
    signUp: rest.SIGN_UP ?? (local ? 'open' : 'invite'),
    trustedProxies: listed(rest.TRUSTED_PROXIES),
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    mailKeys: keysFrom('MAIL_SECRET_KEYS', rest.MAIL_SECRET_KEYS ?? state?.mailSecretKeys ?? ''),
    mailAllowHosts: listed(rest.MAIL_ALLOW_HOSTS),
    chromiumPath: rest.CHROMIUM_PATH,
    looksPerHour: rest.LOOKS_PER_HOUR,
  }
}

function listed(setting: string): string[] {
  return setting
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
}

function keysFrom(setting: 'SECRET_KEYS' | 'MAIL_SECRET_KEYS', text: string): SecretKey[] {
  const keys = readSecretKeys(text)
  if (keys) return keys
  throw new SettingsError(
    `${setting} must be a list like "k2:KEY,k1:KEY", each KEY as "openssl rand -base64 32" prints it, each name once`,
  )
}

export function isLocalMode(env: Record<string, string | undefined> = process.env): boolean {
  return !env.DATABASE_URL && !env.APP_URL
}

export function localStateFile(dataDir: string): string {
  return path.join(dataDir, 'local.json')
}

function readLocalState(dataDir: string): LocalState | undefined {
  const file = localStateFile(dataDir)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalState) : undefined
}

function requireServerSettings(needed: Record<string, string | undefined>) {
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length === 0) return
  throw new SettingsError(
    `On a server ${missing.join(' and ')} must be set too (see .env.example). ` +
      'With neither DATABASE_URL nor APP_URL set, Rapport runs in local mode and needs no settings.',
  )
}

const PROGRAM = z.object({
  RAPPORT_URL: z.url({
    protocol: /^https?$/,
    error: 'RAPPORT_URL must be the address of your Rapport, such as https://rapport.example',
  }),
  RAPPORT_TOKEN: z
    .string('RAPPORT_TOKEN must be a token, made under Settings, Tokens')
    .regex(/^rapport_[\w-]{43}$/, 'RAPPORT_TOKEN must be a whole token: it begins with rapport_'),
})

/** For programs that ask a Rapport elsewhere, as anybody's would. */
export function programSettings(env: Record<string, string | undefined> = process.env): {
  url: string
  token: string
} {
  const parsed = PROGRAM.safeParse(env)
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map((issue) => issue.message).join('. '))
  return { url: parsed.data.RAPPORT_URL.replace(/\/+$/, ''), token: parsed.data.RAPPORT_TOKEN }
}

/** The environment for a child process, with some settings replaced. */
export function childEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra }
}
