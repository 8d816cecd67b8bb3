import type { Action } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { NarrowList } from '../narrow-list.ts'
import { promisesDue, promisesOfThem, thanksToSay } from './giving-on-today.ts'
import {
  answersToWrite,
  doubtfulMails,
  draftsWaiting,
  dueFollowUps,
  lettersOut,
  mailsInDoubt,
  pitchesToReview,
  readNotPitched,
} from './letters-on-today.ts'
import { asksOpen, asksToClose, newOutcomes, outcomesToReview, ownPagesToFix } from './mentions-on-today.ts'
import { reportsToReview } from './reports-on-today.ts'
import { requestsDue, requestsQuiet } from './requests-on-today.ts'
import { samplesToAskAbout, samplesToSend } from './samples-on-today.ts'
import type { TodayItem, TodayKind } from './today-kinds.ts'
import { recordingsSoon, workDue, workMaybeOut } from './work-on-today.ts'

/** One list of Today. */
export type TodaySection = {
  title: (count: number) => string
  /** Who cannot do this does not see the list. */
  needs: Action
  /** Somebody has to do something about each; the others are only there to be known. */
  isWork: boolean
  /** How many are shown, and how many are looked at to say how many more there are. */
  most: number
  counted: number
  /** Where all of them stand. */
  all: string
  list: (scope: WorkspaceScope, narrow: NarrowList) => Promise<TodayItem[]>
}

const work = { needs: 'today.read', isWork: true, most: 25, counted: 50 } as const
const toKnow = { ...work, isWork: false }

/** Every list of Today. To add one: a kind in today-kinds.ts, and a line here. */
export const TODAY_SECTIONS: Readonly<Record<TodayKind, TodaySection>> = {
  mail: {
    ...work,
    needs: 'pitches.send',
    title: () => 'Mails that need a word from you',
    all: '/pitches?state=ready',
    list: mailsInDoubt,
  },
  doubt: {
    ...work,
    needs: 'pitches.write',
    title: (count) =>
      count === 1 ? 'A mail whose place only you can tell' : 'Mails whose place only you can tell',
    all: '/answers',
    list: doubtfulMails,
  },
  answer: {
    ...work,
    title: () => 'Answers to write',
    all: '/pitches?state=answered',
    list: answersToWrite,
  },
  request: {
    ...work,
    needs: 'requests.read',
    title: () => 'Requests with a deadline now',
    all: '/requests',
    list: requestsDue,
  },
  'follow-up': { ...work, title: () => 'Follow-ups due', all: '/pitches?state=sent', list: dueFollowUps },
  recording: {
    ...work,
    needs: 'contributions.read',
    title: () => 'Recordings',
    all: '/contributions?state=agreed',
    list: recordingsSoon,
  },
  'work-due': {
    ...work,
    needs: 'contributions.read',
    title: () => 'Promised to outlets',
    all: '/contributions',
    list: workDue,
  },
  promise: {
    ...work,
    needs: 'prospects.read',
    title: () => 'What you promised',
    all: '/promises?whose=ours',
    list: promisesDue,
  },
  'sample-send': {
    ...work,
    needs: 'samples.read',
    title: () => 'Promised samples to send',
    all: '/samples?state=accepted',
    list: samplesToSend,
  },
  'maybe-out': {
    ...work,
    needs: 'contributions.read',
    title: () => 'Is it out?',
    all: '/contributions?state=recorded',
    list: workMaybeOut,
  },
  'pitch-review': {
    ...work,
    needs: 'pitches.review',
    title: () => 'Waiting for a second pair of eyes',
    all: '/pitches?state=in-review',
    list: pitchesToReview,
  },
  'outcome-review': {
    ...work,
    needs: 'outcomes.review',
    most: 3,
    title: () => 'Outcomes to review',
    all: '/review',
    list: outcomesToReview,
  },
  'report-review': {
    ...work,
    needs: 'reports.approve',
    title: (count) => (count === 1 ? 'A report waits for you' : 'Reports wait for you'),
    all: '/customer-reports',
    list: reportsToReview,
  },
  'own-page': {
    ...work,
    title: (count) => (count === 1 ? 'This one you can fix today' : 'These you can fix today'),
    all: '/sites',
    list: ownPagesToFix,
  },
  outcome: { ...work, title: () => 'Looks that found something', all: '/mentions', list: newOutcomes },
  thanks: {
    ...work,
    needs: 'prospects.read',
    title: () => 'Say thank you',
    all: '/mentions',
    list: thanksToSay,
  },
  'ask-open': {
    ...work,
    title: () => 'You may still ask, once',
    all: '/mentions?outcome=mentioned-unlinked',
    list: asksOpen,
  },
  'ask-close': { ...work, title: () => 'Asked once, can be closed', all: '/mentions', list: asksToClose },
  'request-quiet': {
    ...work,
    needs: 'requests.read',
    title: () => 'Answered, and not heard of since',
    all: '/requests?show=answered',
    list: requestsQuiet,
  },
  draft: { ...work, title: () => 'Drafts waiting', all: '/pitches?state=draft', list: draftsWaiting },
  'sample-ask': {
    ...toKnow,
    needs: 'samples.read',
    ...{ most: 5, counted: 5 },
    title: () => 'Anything come of it?',
    all: '/samples?state=arrived',
    list: samplesToAskAbout,
  },
  'promise-theirs': {
    ...toKnow,
    needs: 'prospects.read',
    most: 5,
    title: () => 'What they promised',
    all: '/promises?whose=theirs',
    list: promisesOfThem,
  },
  reading: {
    ...toKnow,
    ...{ most: 5, counted: 5 },
    title: () => 'Read, and not written to yet',
    all: '/reading',
    list: readNotPitched,
  },
  'letter-out': { ...toKnow, title: () => 'Waiting for them', all: '/pitches?state=sent', list: lettersOut },
}
