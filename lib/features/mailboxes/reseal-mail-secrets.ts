import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { SettingsError } from '#lib/server/env.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import {
  canKeepMailSecrets,
  isSealedWithOldKey,
  openMailSecret,
  sealMailSecret,
} from '#lib/server/mail/mail-secrets.ts'

const ROWS_AT_ONCE = 200

type Secrets = { id: string; workspaceId: string; imapSecret: string | null; smtpSecret: string | null }

/**
 * Closes every mailbox's passwords with the first key of MAIL_SECRET_KEYS that still are closed with another. May be stopped and
 * run again at any time; a password that was typed anew meanwhile is left as it is.
 *
 * @returns how many mailboxes were closed anew, and how many no key here opens
 * @throws SettingsError without keys
 */
export async function resealMailSecrets(): Promise<{ resealed: number; closed: number }> {
  if (!canKeepMailSecrets())
    throw new SettingsError('MAIL_SECRET_KEYS is not set: there is no key to close with.')
  const counts = { resealed: 0, closed: 0 }
  let after = ''
  for (;;) {
    const rows = await databaseAcrossWorkspaces().mailbox.findMany({
      where: { id: { gt: after }, OR: [{ imapSecret: { not: null } }, { smtpSecret: { not: null } }] },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true, workspaceId: true, imapSecret: true, smtpSecret: true },
    })
    for (const row of rows) {
      const outcome = await resealOne(row)
      if (outcome) counts[outcome] += 1
    }
    after = rows.at(-1)?.id ?? ''
    if (rows.length < ROWS_AT_ONCE) return counts
  }
}

async function resealOne({ id, workspaceId, ...old }: Secrets): Promise<'resealed' | 'closed' | null> {
  try {
    const data = {
      imapSecret: sealedAnew(old.imapSecret, id, 'imap'),
      smtpSecret: sealedAnew(old.smtpSecret, id, 'smtp'),
    }
    if (data.imapSecret === old.imapSecret && data.smtpSecret === old.smtpSecret) return null
    const { count } = await databaseAcrossWorkspaces().mailbox.updateMany({
      where: { id, workspaceId, ...old },
      data,
    })
    return count > 0 ? 'resealed' : null
  } catch (error) {
    if (error instanceof MailFailure) return 'closed'
    throw error
  }
}

function sealedAnew(sealed: string | null, mailboxId: string, part: 'imap' | 'smtp'): string | null {
  if (sealed === null || !isSealedWithOldKey(sealed)) return sealed
  return sealMailSecret(openMailSecret(sealed, { mailboxId, part }), { mailboxId, part })
}
