import { sendMorningMail } from '#lib/features/today/send-morning-mail.ts'

/** Sends one member's morning mail in a process of its own, to be killed. */
const [workspaceId = '', memberId = '', now = ''] = process.argv.slice(2)
process.stdout.write(await sendMorningMail({ workspaceId, memberId }, new Date(now)))
process.exit(0)
