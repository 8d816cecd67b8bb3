import type { HappeningWhat } from '#lib/domain/notifications/happenings.ts'
import { NOTIFICATION_KINDS, type NotificationKind } from '#lib/domain/notifications/notification-kinds.ts'

const NAMED = 8
const LINE_CHARACTERS = 200

/** `address` is where it stands, in full. */
export type ToldLine = { kind: NotificationKind; what: HappeningWhat; line: string; address: string }

/** What happened, sorted by kind, with where each thing stands. Empty when there is nothing. */
export function happenedText(lines: readonly ToldLine[]): string {
  return NOTIFICATION_KINDS.flatMap((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind)
    const named = ofKind.slice(0, NAMED).map(({ line, address }) => `- ${oneLine(line)}\n  ${address}`)
    const others = ofKind.length - named.length
    return [...named, ...(others > 0 ? [`- and ${others} more like that`] : [])]
  }).join('\n')
}

type Happened = { workspace: string; lines: readonly ToldLine[]; home: string }

/** The mail about what just happened. @returns null when there is nothing to tell */
export function notificationMailText({ workspace, lines, home }: Happened) {
  const [first] = lines
  if (!first) return null
  const what = lines.length === 1 ? oneLine(first.line) : howMuch(lines.length)
  const text = [happenedText(lines), `${oneLine(workspace)}:\n${home}`].join('\n\n')
  return { subject: `${oneLine(workspace)}: ${what}`, text }
}

export function howMuch(count: number): string {
  return count === 1 ? 'one thing happened' : `${count} things happened`
}

/** The last lines of that mail. */
export function notificationMailFoot(settingsAddress: string, stopAddress: string): string {
  return `\n\nWhich mails you get, and when:\n${settingsAddress}\n\nNone of these any more, with one press and no questions:\n${stopAddress}\n`
}

/** No name breaks out of its line. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LINE_CHARACTERS)
}
