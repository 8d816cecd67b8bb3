import { createHash } from 'node:crypto'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { Visit } from '../person-action.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { openSecretLink } from '../workspaces/secret-links.ts'
import { listCalendarEvents } from './calendar-events-queries.ts'
import { calendarFile } from './calendar-file.ts'
import { CALENDAR_MS } from './calendar-link-commands.ts'

/** Raised when the file is written otherwise, so that calendars fetch it anew. */
const VERSION = 1
const HOUR_MS = 60 * 60 * 1000

/**
 * What a calendar program gets that asks with a private address: the file, or that nothing changed since it last asked.
 * An address that is unknown, revoked, not read for a year, or of somebody who is no member any more: the same 404.
 */
export async function calendarResponse(request: Request, address: string, visit: Visit): Promise<Response> {
  let feed: CalendarText
  try {
    feed = await openCalendar(address.replace(/\.ics$/, ''), visit)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return new Response('There is no calendar here.\n', {
      status: 404,
      headers: { ...quiet, 'cache-control': 'no-store' },
    })
  }
  const etag = `"${hashOf(feed.text)}"`
  const headers = {
    ...quiet,
    etag,
    'last-modified': feed.changedAt.toUTCString(),
    'cache-control': 'private, no-cache',
  }
  if (isUnchanged(request.headers, etag, feed.changedAt)) return new Response(null, { status: 304, headers })
  return new Response(feed.text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } })
}

const quiet = { 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' }

type CalendarText = { text: string; changedAt: Date }

/** @throws NotFound */
async function openCalendar(token: string, visit: Visit): Promise<CalendarText> {
  const link = await openSecretLink('calendar', token, visit)
  const { workspaceId, userId } = link
  if (!workspaceId || !userId) throw new NotFound()
  const member = await database().member.findFirst({
    where: { workspaceId, userId, leftAt: null },
    select: { id: true, workspace: { select: { name: true } } },
  })
  if (!member) throw new NotFound()
  const text = await calendarOf(await actingScope(member.id, visit.now), member.workspace.name)
  await noteReading(link.id, visit.now)
  return text
}

async function calendarOf(scope: WorkspaceScope, name: string): Promise<CalendarText> {
  const calendar = {
    name: `Rapport: ${name}`,
    home: `${settings().appUrl}/w/${scope.workspaceSlug}`,
    events: await listCalendarEvents(scope),
  }
  const changedAt = await lastChange(scope, hashOf(JSON.stringify({ VERSION, ...calendar })))
  return { text: calendarFile({ ...calendar, changedAt }), changedAt }
}

/** When the calendar came to say what it says now, in whole seconds: a date in a header knows no smaller ones. */
async function lastChange({ workspaceId, memberId, now }: WorkspaceScope, hash: string): Promise<Date> {
  const key = { workspaceId_memberId: { workspaceId, memberId } }
  const known = await database().calendarFeed.findUnique({ where: key })
  if (known?.hash === hash) return known.changedAt
  const earliest = known ? known.changedAt.getTime() + 1000 : 0
  const changedAt = new Date(Math.max(Math.floor(now.getTime() / 1000) * 1000, earliest))
  const values = { hash, changedAt }
  await database().calendarFeed.upsert({
    where: key,
    create: { workspaceId, memberId, ...values },
    update: values,
  })
  return changedAt
}

/** An address that is read stays good. Once an hour is enough to know that. */
async function noteReading(linkId: string, now: Date) {
  const anHourAgo = new Date(now.getTime() - HOUR_MS)
  await database().secretLink.updateMany({
    where: { id: linkId, revokedAt: null, OR: [{ usedAt: null }, { usedAt: { lt: anHourAgo } }] },
    data: { usedAt: now, expiresAt: new Date(now.getTime() + CALENDAR_MS) },
  })
}

/** RFC 9110, section 13: where a program names the copy it holds, its date does not count. */
function isUnchanged(asked: Headers, etag: string, changedAt: Date): boolean {
  const held = asked.get('if-none-match')
  if (held !== null) {
    return held.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
  }
  const since = Date.parse(asked.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && changedAt.getTime() <= since
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
