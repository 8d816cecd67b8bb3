import { doubtNote } from '#lib/domain/mail/mailbox-looks.ts'
import { can } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listOldestDoubts } from '../answers/answers-queries.ts'
import type { NarrowList } from '../narrow-list.ts'
import { listMailsThatNeedAPerson } from '../sending/sending-queries.ts'
import { listLettersOut } from './letters-out-queries.ts'
import { listReadNotPitched } from './read-not-pitched-queries.ts'
import type { TodayItem, TodayStep } from './today-kinds.ts'
import {
  listAnswersToWrite,
  listDraftsWaiting,
  listDueFollowUps,
  listPitchesToReview,
} from './today-queries.ts'

const LINE_CHARACTERS = 400
const NEXT_WITH_DRAFT: Readonly<Record<string, string>> = { ready: 'Send it', draft: 'Carry on' }

const STATE_OF_A_MAIL: Readonly<Record<string, string>> = {
  held: 'It waits for your word.',
  unknown: 'We cannot tell whether this went out.',
  'not-sent': 'It was not sent.',
}

/** Mails out of one's own mailbox that somebody has to say something of: nothing is sent again by itself. */
export async function mailsInDoubt(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mails = await listMailsThatNeedAPerson(scope, narrow)
  return mails.map(({ id, pitchId, toName, prospect, senderName, clickedAt, state, why }) => ({
    ...letter(pitchId, toName, prospect.name),
    id,
    mark: state,
    note: `pressed by ${senderName}`,
    ...since('sent off', clickedAt),
    ...lineOf([STATE_OF_A_MAIL[state], why].filter(Boolean).join(' ')),
    step: go(`/pitches/${pitchId}`, 'Look at it'),
  }))
}

/** Mails that may be answers, or letters sent by hand: their mailbox's own member has to say. */
export async function doubtfulMails(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mails = await listOldestDoubts(scope, narrow)
  return mails.map(({ id, kind, subject, at, pitch }) => ({
    id,
    mark: '',
    path: `/answers#mail-${id}`,
    who: pitch?.contact.name ?? 'Somebody',
    of: pitch?.prospect.name ?? '',
    note: kind === 'sent' ? 'you may have sent this letter yourself' : 'may be their answer',
    ...since(kind === 'sent' ? 'sent' : 'came in', at),
    ...lineOf(subject || 'No subject'),
    step: go(`/answers#mail-${id}`, 'Say what it is'),
  }))
}

/** Those who answered and wait for us. */
export async function answersToWrite(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const pitches = await listAnswersToWrite(scope, narrow)
  return pitches.map(({ id, contact, prospect, lastMessageAt, messages }) => ({
    ...letter(id, contact.name, prospect.name),
    mark: momentMark(lastMessageAt),
    ...since('wrote', lastMessageAt),
    ...lineOf(messages[0]?.body ?? ''),
    step: go(`/pitches/${id}#answer`, mayWrite(scope) ? 'Answer' : 'Open'),
  }))
}

/** Nudges whose day has come. */
export async function dueFollowUps(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const followUps = await listDueFollowUps(scope, narrow)
  return followUps.map(({ id, dueOn, body, pitch, doubt }) => ({
    ...letter(pitch.id, pitch.contact.name, pitch.prospect.name),
    id,
    mark: dueOn.toISOString().slice(0, 10),
    ...(doubt ? { note: doubtNote(doubt) } : {}),
    ...since('written to', pitch.sentAt),
    ...lineOf(pitch.subject),
    step: go(
      `/pitches/${pitch.id}#follow-up`,
      mayWrite(scope) ? (body ? 'Send the follow-up' : 'Write the follow-up') : 'Open',
    ),
  }))
}

/** Letters of others that wait for a second pair of eyes. */
export async function pitchesToReview(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const pitches = await listPitchesToReview(scope, narrow)
  return pitches.map(({ id, contact, prospect, writer, subject, updatedAt }) => ({
    ...letter(id, contact.name, prospect.name),
    mark: momentMark(updatedAt),
    note: `written by ${writer.name}`,
    ...since('handed over', updatedAt),
    ...lineOf(subject || 'No subject yet'),
    step: go(`/pitches/${id}`, 'Review'),
  }))
}

/** What is written and has not gone out. */
export async function draftsWaiting(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const pitches = await listDraftsWaiting(scope, narrow)
  return pitches.map(({ id, contact, prospect, writer, state, subject, updatedAt }) => ({
    ...letter(id, contact.name, prospect.name),
    mark: state,
    badge: { of: 'pitch', state },
    ...since(writer.id === scope.memberId ? 'yours,' : `${writer.name},`, updatedAt),
    ...lineOf(subject || 'No subject yet'),
    step: go(
      `/pitches/${id}`,
      (mayWrite(scope) && NEXT_WITH_DRAFT[state]) || 'Open',
      state === 'ready' && mayWrite(scope),
    ),
  }))
}

/** Somebody read them; nobody has written. */
export async function readNotPitched(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const notes = await listReadNotPitched(scope, narrow)
  return notes.map(({ id, prospect, author, createdAt, struck, quote }) => ({
    id,
    mark: '',
    path: `/reading/${id}`,
    who: prospect.name,
    of: '',
    ...since(`read by ${author.name}`, createdAt),
    ...lineOf(struck || `“${quote}”`),
    step: mayWrite(scope)
      ? go(`/pitches/new?prospect=${prospect.id}&reading=${id}`, 'Write to them', false)
      : go(`/reading/${id}`, 'Open', false),
  }))
}

/** It is their turn: what comes next, and when. */
export async function lettersOut(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const pitches = await listLettersOut(scope, narrow)
  return pitches.map(({ id, contact, prospect, subject, lastMessageAt, next, nextAt }) => ({
    ...letter(id, contact.name, prospect.name),
    mark: momentMark(lastMessageAt),
    ...since(next === 'closes' ? 'closes by itself' : 'a follow-up is due', nextAt),
    ...lineOf(subject),
    step: go(`/pitches/${id}`, 'Open', false),
  }))
}

function letter(pitchId: string, who: string, of: string) {
  return { id: pitchId, path: `/pitches/${pitchId}`, who, of }
}

function go(path: string, label: string, isNext = true): TodayStep {
  return { does: 'go', path, label, isNext }
}

function since(words: string, at: Date | null): Pick<TodayItem, 'when'> {
  return at ? { when: { words, at } } : {}
}

/** Two lines of it are shown: a letter of many pages need not go to the browser for that. */
function lineOf(text: string): Pick<TodayItem, 'line'> {
  return text ? { line: text.slice(0, LINE_CHARACTERS) } : {}
}

function momentMark(moment: Date | null): string {
  return moment?.toISOString() ?? ''
}

function mayWrite({ role }: WorkspaceScope): boolean {
  return can(role, 'pitches.write')
}
