import type { PageExam } from '#lib/domain/link-check/examine-page.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { Deadline } from './deadline.ts'
import type { OutletText } from './outlet-text.ts'
import { doPageJob, type PageAnswers, type PageJob } from './page-job.ts'
import type { PageText } from './page-text.ts'
import { inThread } from './page-threads.ts'

/**
 * Where pages are taken apart. `threads`, the default: a page made to break its reader costs one look. `here`: faster for
 * pages one has made oneself, and every look waits for it.
 */
export type ReadIn = 'threads' | 'here'

const READ_TIMEOUT_MS = 20_000

/** Reads a page's links and marks. Null when nothing can be told: the page broke its reader, or there was no time. */
export function examOf(
  question: LinkQuestion,
  observation: PageObservation,
  readIn: ReadIn | undefined,
  deadline: Deadline,
): Promise<PageExam | null> {
  return ask({ kind: 'examine', question, observation }, readIn, deadline)
}

/** Where an immediate refresh on the page leads; null when there is none, or nothing can be told. */
export function refreshOf(
  observation: PageObservation,
  readIn: ReadIn | undefined,
  deadline: Deadline,
): Promise<string | null> {
  return ask({ kind: 'refresh', observation }, readIn, deadline)
}

/** Whether the page's scripts may pass its reader on; null when nothing can be told. */
export function scriptPassOf(
  observation: PageObservation,
  readIn: ReadIn | undefined,
  deadline: Deadline,
): Promise<boolean | null> {
  return ask({ kind: 'script-pass', observation }, readIn, deadline)
}

/** The readable text of a page; null when nothing can be told. */
export async function textOf(observation: PageObservation): Promise<PageText | null> {
  const deadline = new Deadline(READ_TIMEOUT_MS)
  try {
    return await ask({ kind: 'read', observation }, 'threads', deadline)
  } finally {
    deadline.end()
  }
}

/** What a page of an outlet's own site says; null when it is no HTML, or nothing can be told. */
export async function readOutlet(observation: PageObservation): Promise<OutletText | null> {
  const deadline = new Deadline(READ_TIMEOUT_MS)
  try {
    return await ask({ kind: 'outlet', observation }, 'threads', deadline)
  } finally {
    deadline.end()
  }
}

/** The answer's type is the job's: page-job.ts makes both from the same kinds. */
async function ask<Job extends PageJob>(
  job: Job,
  readIn: ReadIn | undefined,
  deadline: Deadline,
): Promise<PageAnswers[Job['kind']] | null> {
  if (readIn !== 'here') return (await inThread(job, deadline)) as PageAnswers[Job['kind']] | null
  try {
    return (await doPageJob(job)) as PageAnswers[Job['kind']]
  } catch {
    return null
  }
}
