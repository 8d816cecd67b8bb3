import pg from 'pg'
import { settings } from '../env.ts'

/**
 * Which mailboxes this worker reads: each has one reader, however many workers there are. A lock of the database's session,
 * so that it is free again the moment the worker that held it is gone, however it went.
 */
export class MailboxOwner {
  private client: pg.Client | null = null
  private readonly held = new Set<string>()
  private readonly onLost: () => void

  /** @param onLost the connection went, and with it every lock: others may be reading already */
  constructor(onLost: () => void) {
    this.onLost = onLost
  }

  /** Whether this worker reads that mailbox from now on, or does already. */
  async take(mailboxId: string): Promise<boolean> {
    if (this.held.has(mailboxId)) return true
    const client = await this.connected()
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended('mailbox:' || $1, 0)) AS taken",
      [mailboxId],
    )
    const isTaken = rows[0]?.taken === true
    if (isTaken) this.held.add(mailboxId)
    return isTaken
  }

  async letGo(mailboxId: string) {
    if (!this.held.delete(mailboxId)) return
    await this.client?.query("SELECT pg_advisory_unlock(hashtextextended('mailbox:' || $1, 0))", [mailboxId])
  }

  async end() {
    const { client } = this
    this.client = null
    this.held.clear()
    await client?.end().catch(() => {})
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client
    const client = new pg.Client({ connectionString: settings().databaseUrl, keepAlive: true })
    const lost = () => {
      if (this.client !== client) return
      this.client = null
      this.held.clear()
      this.onLost()
    }
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    this.client = client
    return client
  }
}
