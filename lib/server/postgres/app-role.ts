import pg from 'pg'

/** Schemas that Rapport reads and writes: its own tables, and the queues'. */
const SCHEMAS = ['public', 'pgboss']

/**
 * Gives the role that Rapport runs as what it needs of a database that another role owns and migrates, and takes from it what
 * would let it rewrite the audit log. Done after every migration; twice is once.
 *
 * @returns the role's name, or null where both are the same one
 */
export async function grantAppRole(ownerUrl: string, appUrl: string): Promise<string | null> {
  if (ownerUrl === appUrl) return null
  const owner = await connected(ownerUrl)
  try {
    const [role, itself] = [await roleOf(appUrl), await currentRole(owner)]
    if (role === itself) return null
    const to = pg.escapeIdentifier(role)
    for (const schema of SCHEMAS.map(pg.escapeIdentifier)) {
      await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${to}`)
      await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${to}`)
      await owner.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${to}`)
      await owner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${to}`)
    }
    await owner.query(`REVOKE ALL ON "AuditEvent" FROM ${to}, PUBLIC`)
    await owner.query(`GRANT SELECT, INSERT ON "AuditEvent" TO ${to}`)
    return role
  } finally {
    await owner.end()
  }
}

export type AuditGuard = {
  /** The triggers that refuse changes are there, and on. */
  isTriggered: boolean
  /** The role that asks could change rows, or give itself the right to. */
  mayRewrite: boolean
}

/** What keeps the audit log from being rewritten, as the role sees it that this client is. */
export async function auditGuardOf(client: pg.Client): Promise<AuditGuard> {
  const { rows } = await client.query<AuditGuard>(`
    SELECT (SELECT count(*) = 3 FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal AND tgenabled IN ('O', 'A')) AS "isTriggered",
           has_table_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE')
             OR pg_has_role(c.relowner, 'MEMBER') AS "mayRewrite"
      FROM pg_class c WHERE c.oid = '"AuditEvent"'::regclass`)
  return rows[0] ?? { isTriggered: false, mayRewrite: true }
}

async function roleOf(url: string): Promise<string> {
  const client = await connected(url)
  try {
    return await currentRole(client)
  } finally {
    await client.end()
  }
}

async function currentRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>('SELECT current_user AS role')
  return rows[0]?.role ?? ''
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  return client
}
