import { randomUUID } from 'node:crypto'
import { parseMail } from '#lib/domain/mail/parse-mail.ts'
import { judgeArrival } from '#lib/features/answers/judge-mail.ts'
import { messageKeyOf } from '#lib/features/answers/mail-traits.ts'
import { ourOwn } from '#lib/features/answers/our-own.ts'
import { takeInMail } from '#lib/features/answers/take-in-mail.ts'
import { takeInSent } from '#lib/features/answers/take-in-sent.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { DemoDoubt } from './demo-story.ts'
import type { Stage } from './play-story.ts'

/** A mail that nobody can be sure of, read as the worker reads them: it waits for its member's word. */
export async function playDoubt(stage: Stage, { by, day, folder, ...mail }: DemoDoubt, number: number) {
  const scope = stage.as(by, day, 15)
  const { workspaceId, memberId, now } = scope
  const mailbox = await databaseAcrossWorkspaces().mailbox.findFirstOrThrow({
    where: { workspaceId, ownerId: memberId },
  })
  const raw = Buffer.from(
    [
      ...[`From: ${mail.from}`, `To: ${mail.to}`, `Subject: ${mail.subject}`, `Date: ${now.toUTCString()}`],
      ...[`Message-ID: <${randomUUID()}@mail.example>`, 'Content-Type: text/plain; charset=utf-8', ''],
      mail.words,
    ].join('\r\n'),
  )
  const facts = await parseMail(raw)
  const own = await ourOwn(scope, mailbox)
  const messageKey = messageKeyOf(facts, raw)
  const place = { mailboxId: mailbox.id, folderId: '', path: folder, uidValidity: '1', uid: number }
  if (folder === 'Sent') {
    await takeInSent(scope, { facts, messageKey, at: now, own, place })
    return
  }
  const judged = await judgeArrival(scope, facts, own, now)
  if (judged) await takeInMail(scope, { mail: judged, messageKey, at: now, place })
}
