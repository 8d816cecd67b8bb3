import { sendNotifications } from '#lib/features/notifications/send-notifications.ts'

/** Tells one member what is to be told now, in a process of its own, to be killed. */
const [workspaceId = '', memberId = '', now = ''] = process.argv.slice(2)
process.stdout.write(await sendNotifications({ workspaceId, memberId }, new Date(now)))
process.exit(0)
